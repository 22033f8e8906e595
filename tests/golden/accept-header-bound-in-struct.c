/* status: 0 */
/* The bound is a member behind a restricted pointer. */
struct job {
    int n;
    double scale;
};
double a[100];

void f(const struct job *restrict job)
{
#pragma ppar for
    for (int i = 0; i < job->n; i++)
        a[i] = job->scale * i;
}
