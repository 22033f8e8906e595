/* status: 0 */
/* A sum by clause. */
double b[100];

double f(int n)
{
    double sum = 0.0;

#pragma ppar for reduction(+ : sum)
    for (int i = 0; i < n; i++)
        sum += b[i];
    return sum;
}
