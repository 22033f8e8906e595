/* status: 1 */
/* How far the memory goes is not known. */
void f(int *restrict count, const unsigned char *restrict v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        count[v[i] & 15]++;
}
