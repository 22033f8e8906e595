/* status: 1 */
struct pair {
    int x, y;
} pair;
int a[10], *p;
double d;

void f(void)
{
#pragma ppar for workers(pair)
    for (int i = 0; i < 10; i++)
        a[i] = i;
#pragma ppar for workers(d) if (pair)
    for (int i = 0; i < 10; i++)
        a[i] = i;
#pragma ppar for schedule(dynamic, p) if ((void)0)
    for (int i = 0; i < 10; i++)
        a[i] = i;
#pragma ppar for schedule(dynamic, pair.x) if (p) workers(d > 1)
    for (int i = 0; i < 10; i++)
        a[i] = i;
}
