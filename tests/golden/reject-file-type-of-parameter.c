/* status: 1 */
/* The definition is that of another function type. */
double scale(int);
double result[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = scale(i);
}
