/* status: 1 */
/* What sections cannot be. */
struct bits {
    unsigned low : 4, high : 4;
};
struct hidden;
void fill(void *p);
int next(void);
double a[100];
const double table[100];
struct bits bits[100];
struct hidden *hidden;
int n;

void f(int w, double (*rows)[w])
{
    int count = 0;
#pragma ppar for out(a[next() : 1])
    for (int i = 0; i < n; i++)
        fill(&a[i]);
#pragma ppar for out(a[count++])
    for (int i = 0; i < n; i++)
        fill(&a[i]);
#pragma ppar for out(table[i])
    for (int i = 0; i < n; i++)
        fill((void *)&table[i]);
#pragma ppar for out(bits[i].low)
    for (int i = 0; i < n; i++)
        fill(&bits[i]);
#pragma ppar for out(*hidden)
    for (int i = 0; i < n; i++)
        fill(hidden);
#pragma ppar for out(n[i : 1])
    for (int i = 0; i < 10; i++)
        fill(&n);
#pragma ppar for out(a[0.5 : 1])
    for (int i = 0; i < n; i++)
        fill(&a[i]);
#pragma ppar for out(i + 1)
    for (int i = 0; i < n; i++)
        fill(&a[i]);
#pragma ppar for out(rows[i])
    for (int i = 0; i < n; i++)
        fill(rows[i]);
#pragma ppar for out(a[j])
    for (int i = 0; i < n; i++)
        for (int j = 0; j < 10; j++)
            fill(&a[j]);
#pragma ppar for workers(i) out(a[i])
    for (int i = 0; i < n; i++)
        fill(&a[i]);
#pragma ppar for collapse(1) out(a[10 * i + j])
    for (int i = 0; i < n; i++)
        for (int j = 0; j < 10; j++)
            fill(&a[10 * i + j]);
#pragma ppar for out()
    for (int i = 0; i < n; i++)
        fill(&a[i]);
#pragma ppar for out(a[i : ])
    for (int i = 0; i < n; i++)
        fill(&a[i]);
}
