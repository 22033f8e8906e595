/* status: 1 */
/* What can stand in 'after', and which clauses may speak of the counter. */
#include <stdio.h>

enum { N = 10 };

static int a[N], grid[N][N];

int main(void)
{
    int i;
#pragma ppar for after(i++)
    for (i = 0; i < N; i++)
        a[i] = i;
#pragma ppar for after(k = 0)
    for (int k = 0; k < N; k++)
        a[k] = k;
#pragma ppar for after(({ printf("%d\n", k); }))
    for (int k = 0; k < N; k++)
        a[k] = k;
#pragma ppar for workers(k) after(printf("%d\n", k))
    for (int k = 0; k < N; k++)
        a[k] = k;
#pragma ppar for after(printf("%d\n", nobody))
    for (int k = 0; k < N; k++)
        a[k] = k;
#pragma ppar for after(printf("%d\n", j))
    for (int k = 0; k < N; k++)
        for (int j = 0; j < N; j++)
            grid[k][j] = j;
#pragma ppar for after(printf("%d\n", a[k]), a[k])
    for (int k = 0; k < N; k++)
        a[k] = k;
#pragma ppar for after(sorted : a[k])
    for (int k = 0; k < N; k++)
        a[k] = k;
#pragma ppar for after()
    for (int k = 0; k < N; k++)
        a[k] = k;
#pragma ppar for after(a[k]) after(a[k])
    for (int k = 0; k < N; k++)
        a[k] = k;
    return 0;
}
