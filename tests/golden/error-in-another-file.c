/* status: 1 */
/* The other file cannot be parsed, so what it defines is not known. */
double scale(double);
double result[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = scale(i);
}
