/* status: 0 */
/* A step of two makes i / 2 distinct. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i += 2)
        a[i / 2] += i;
}
