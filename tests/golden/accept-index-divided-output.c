/* status: 0 */
/* Iterations that share i / 2 only write. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i / 2] = i;
}
