/* A progress clause, with a label and without. */
void work(double *a, int n)
{
#pragma ppar for progress
    for (int i = 0; i < n; i++)
        a[i] = i;
#pragma ppar for name("second") progress("the \"second\" one")
    for (int i = 0; i < n; i++)
        a[i] = i;
}
