/* status: 0 */
/* A maximum by if. */
double b[100];

double f(int n)
{
    double most = b[0];

#pragma ppar for
    for (int i = 1; i < n; i++)
        if (b[i] > most)
            most = b[i];
    return most;
}
