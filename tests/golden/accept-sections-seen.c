/* All is in sight, and does what the clauses say: they change nothing. */
double a[102], b[100];

void f(void)
{
#pragma ppar for in(a[i : 3]) out(b[i])
    for (int i = 0; i < 100; i++) {
        b[i] = a[i];
        b[i] += a[i + 1] * a[i + 2];
    }
}
