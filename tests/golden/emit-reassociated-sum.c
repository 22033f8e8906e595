/* The clause allows another order: a part for each iteration, put together in order. */
double f(double m[][8], int n)
{
    double sum = 0;

#pragma ppar for reduction(+ : sum)
    for (int i = 0; i < n; i++)
        for (int k = 0; k < 8; k++)
            sum += m[i][k];
    return sum;
}
