/* A section behind a pointer; the clause says how far it reaches. */
void f(int *restrict count, const unsigned *restrict v, int n)
{
#pragma ppar for reduction(+ : count [0:16])
    for (int i = 0; i < n; i++)
        count[v[i] & 15]++;
}
