/* status: 1 */
/* The other file's 'half' is another function. */
double total(double);
double result[100];

static double half(double x)
{
    return x / 2;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = half(total(i));
}
