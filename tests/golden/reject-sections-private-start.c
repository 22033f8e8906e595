/* status: 1 */
/* The section is told by a variable that the body computes. */
void fill(double *p);
double a[100];
int where[100];

void f(void)
{
    int k;
#pragma ppar for out(a[k])
    for (int i = 1; i < 100; i++) {
        k = where[i];
        fill(&a[k]);
    }
}
