/* A clause vouches for what ppcc cannot see. */
double table[100];

void f(int *p, const int *q, int n, int m)
{
#pragma ppar for noalias(p, q)
    for (int i = 0; i < n; i++)
        p[i] = q[i];
#pragma ppar for independent(table)
    for (int i = 0; i < n; i++)
        table[i * m] = table[i] + 1;
}
