/* status: 1 */
/* All is in sight, and something else than the clauses say. */
double a[1000], b[1000], c[1000];
struct point {
    double x, y;
} points[1000];

void f(int n, int w)
{
#pragma ppar for out(a[i])
    for (int i = 0; i < n; i++)
        a[i + 1] = b[i];
#pragma ppar for in(a[i])
    for (int i = 0; i < n; i++)
        a[i] = b[i];
#pragma ppar for out(a[i])
    for (int i = 0; i < n; i++)
        a[i] += b[i];
#pragma ppar for in(b[i : 2]) out(a[i])
    for (int i = 0; i < n; i++)
        a[i] = b[i] + b[i + 2];
#pragma ppar for out(a[i], c[i])
    for (int i = 0; i < n; i++)
        a[i] = b[i];
#pragma ppar for out(points[i].x)
    for (int i = 0; i < n; i++)
        points[i].y = b[i];
#pragma ppar for collapse(2) out(a[10 * i + j])
    for (int i = 0; i < 20; i++)
        for (int j = 0; j < 10; j++)
            a[10 * j + i] = b[j];
}

/* What depends on values that nobody knows may be right. */
void g(int n, int w, int h, const int *where)
{
#pragma ppar for out(a[i * w : w])
    for (int i = 0; i < n; i++)
        for (int k = 0; k < h; k++)
            a[i * w + k] = b[k];
#pragma ppar for out(a[0 : w])
    for (int i = 0; i < n; i++)
        a[where[i]] = i;
#pragma ppar for inout(a[i], c[i]) in(b)
    for (int i = 0; i < n; i++)
        a[i] += b[i] + b[where[i]];
}
