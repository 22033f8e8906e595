/* status: 1 */
/* What is written is itself an index, of a later iteration. */
int a[100];

void f(const int *restrict v)
{
#pragma ppar for
    for (int i = 0; i < 50; i++)
        v[i] > 0 && (a[a[i] % 100] = i);
}
