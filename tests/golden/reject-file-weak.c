/* status: 1 */
/* A definition in a library, or in a file that is not given, goes before a weak one. */
double scale(double);
double result[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = scale(i);
}
