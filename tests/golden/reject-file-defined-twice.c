/* status: 1 */
/* Nobody knows which one is called. */
double scale(double);
double result[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = scale(i);
}
