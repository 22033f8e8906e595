/* status: 1 */
/* Only the very last iteration collides. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 99; i++)
        a[i < 97 ? i : i + 1] = a[i];
}
