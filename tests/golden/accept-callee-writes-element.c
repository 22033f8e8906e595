/* status: 0 */
/* A function that writes what it is pointed to. */
double a[100];

static void put(double *place, int i)
{
    *place = 0.5 * i;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        put(&a[i], i);
}
