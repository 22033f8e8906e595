/* status: 1 */
/* The distance between write and read is five iterations. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 95; i++)
        a[i + 5] = a[i] + 1;
}
