/* What the clauses say about the run. */
int a[100];

void f(int cpus, int n)
{
#pragma ppar for workers(cpus + 1) schedule(dynamic, n / 10) if (n > 1000) name("the \"big\" one")
    for (int i = 0; i < 100; i++)
        a[i] = i;
}
