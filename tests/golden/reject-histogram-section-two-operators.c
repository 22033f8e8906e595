/* status: 1 */
/* Two operators update the section. */
void f(int *restrict count, int bins, const unsigned *restrict v, int n)
{
#pragma ppar for reduction(+ : count [0:bins])
    for (int i = 0; i < n; i++) {
        count[v[i] % (unsigned)bins]++;
        count[v[i] % (unsigned)bins] *= 2;
    }
}
