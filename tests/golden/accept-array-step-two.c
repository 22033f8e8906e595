/* status: 0 */
/* A step of two keeps writes and reads apart. */
int a[200];

void f(void)
{
#pragma ppar for
    for (int i = 1; i < 199; i += 2)
        a[i] = a[i - 1] + a[i + 1];
}
