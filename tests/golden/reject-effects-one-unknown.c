/* Nothing is declared of one of two functions. */
#pragma ppar effects(pure)
double f(double x);
double g(double x);
double r[100];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        r[i] = f(i) + g(i);
    }
}
