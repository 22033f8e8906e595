/* A hash of what the iterations compute, and one for each of a few classes. */
static unsigned hash(unsigned h, unsigned char c)
{
    return (h ^ c) * 16777619u;
}

unsigned f(const int *restrict v, int n, unsigned *restrict out)
{
    unsigned all = 2166136261u, each[8] = {0};

#pragma ppar for reduction(hash : all, each)
    for (int i = 0; i < n; i++) {
        all = hash(all, v[i]);
        each[v[i] & 7] = hash(each[v[i] & 7], i);
    }
    *out = each[3];
    return all;
}
