/* Folds by functions: a value, and a record by its address. */
struct sum {
    long n;
    double total;
};

static void merge(struct sum *acc, const struct sum *part)
{
    acc->n += part->n;
    acc->total += part->total;
}

static unsigned hash(unsigned h, unsigned char c)
{
    return (h ^ c) * 16777619u;
}

double f(const double *v, int n)
{
    struct sum all = {0, 0};
    unsigned h = 0;

#pragma ppar for reduction(merge : all) reduction(hash : h)
    for (int i = 0; i < n; i++) {
        struct sum one = {1, v[i]};
        if (v[i] > 0)
            merge(&all, &one);
        h = hash(h, i);
    }
    return all.total / all.n + h;
}
