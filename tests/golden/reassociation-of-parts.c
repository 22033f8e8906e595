/* status: 1 */
/* What is added to is a part of a variable, or stands behind a pointer; clauses name variables. */
static struct {
    double sum;
    int count;
} s;
static double t[3];
int v[100];

void members(int m)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        for (int k = 0; k < m; k++)
            s.sum += k;
        s.count = i;
    }
}

void elements(int m)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        t[0] = i;
        for (int k = 0; k < m; k++)
            t[1] += k;
        t[2] = i;
    }
}

void behind(int m, double *p, double *restrict one)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        for (int k = 0; k < m; k++) {
            p[1] += k;
            *one *= k;
        }
}
