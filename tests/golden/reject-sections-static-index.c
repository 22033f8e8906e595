/* status: 1 */
/* A function in sight changes the variable that tells the section. */
void fill(double *p);
double a[100];
static int k;

static void next(void)
{
    k++;
}

void f(void)
{
#pragma ppar for out(a[k])
    for (int i = 1; i < 100; i++) {
        next();
        fill(&a[k]);
    }
}
