double sorted[9];

double middle(const double *x)
{
    for (int k = 0; k < 9; k++)
        sorted[k] = x[k] * x[k];
    return (sorted[3] + sorted[4] + sorted[5]) / 3;
}

__attribute__((weak)) void hook(void)
{
}
