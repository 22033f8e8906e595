double scale();
double result[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = scale(0.5 * i, i);
}
