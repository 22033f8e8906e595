/* status: 0 */
/* A sum of doubles, one update an iteration. */
double b[100];

double f(int n)
{
    double sum = 0.0;

#pragma ppar for
    for (int i = 0; i < n; i++)
        sum += b[i] * b[i];
    return sum;
}
