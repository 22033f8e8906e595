/* status: 0 */
/* A sum, and its value afterwards. */
int b[100];

int f(int n)
{
    int sum = 0;

#pragma ppar for
    for (int i = 0; i < n; i++)
        sum += b[i];
    return sum;
}
