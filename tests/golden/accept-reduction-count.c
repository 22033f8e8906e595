/* status: 0 */
/* Counting what fulfils a condition. */
int b[100];

int f(int n)
{
    int count = 0;

#pragma ppar for
    for (int i = 0; i < n; i++)
        if (b[i] > 0)
            count++;
    return count;
}
