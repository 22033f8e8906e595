/* A maximum only chooses, so a part for each chunk will do. */
double f(const double *x, int n)
{
    double most = x[0];

#pragma ppar for
    for (int i = 1; i < n; i++)
        if (x[i] > most)
            most = x[i];
    return most;
}
