/* status: 0 */
/* A maximum by ?:. */
int b[100];

int f(int n)
{
    int most = 0;

#pragma ppar for
    for (int i = 0; i < n; i++)
        most = b[i] > most ? b[i] : most;
    return most;
}
