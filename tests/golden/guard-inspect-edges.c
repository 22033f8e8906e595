/* Edges of which no two have an end in common. */
struct edge {
    int from, to;
};

static double charge[1000];

void f(const struct edge *restrict edges, const double *restrict flow, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        charge[edges[i].from] -= flow[i];
        charge[edges[i].to] += flow[i];
    }
}
