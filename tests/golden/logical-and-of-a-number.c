/* status: 1 */
/* 3 && 1 is 1, but without an update 3 stays 3. */
int f(const int *v, int n)
{
    int all = 3;

#pragma ppar for
    for (int i = 0; i < n; i++)
        if (v[i] > 2)
            all = all && v[i] != 7;
    return all;
}
