double sorted[9], extra;

double middle(const double *x, int i)
{
    for (int k = 0; k < 9; k++)
        sorted[k] = x[k] * x[k];
    extra = 0;
    if (i % 3 == 0)
        extra = i;
    return (sorted[3] + sorted[4] + sorted[5]) / 3 + extra;
}

double again(void)
{
    double sum = 0;
    extra = 5;
    for (int k = 0; k < 9; k++)
        sorted[k] = k;
    for (int k = 0; k < 9; k++)
        sum += sorted[k];
    return sum + extra;
}
