/* flags: -O1 -lm */
/* Lloyd's algorithm: each point goes to its nearest centre, each centre to the mean of its points. */
#include <float.h>
#include <stdio.h>
#include <stdlib.h>

enum { CLUSTERS = 5, DIMENSIONS = 3 };

static double distance(const double *p, const double *q)
{
    double sum = 0;
    for (int d = 0; d < DIMENSIONS; d++)
        sum += (p[d] - q[d]) * (p[d] - q[d]);
    return sum;
}

/* How many points have changed their cluster. */
static int assign(const double (*points)[DIMENSIONS], int count,
                  const double centres[CLUSTERS][DIMENSIONS], int *restrict label)
{
    int changed = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        double least = DBL_MAX;
        int nearest = 0;
        for (int c = 0; c < CLUSTERS; c++) {
            double d = distance(points[i], centres[c]);
            if (d < least) {
                least = d;
                nearest = c;
            }
        }
        if (label[i] != nearest)
            changed++;
        label[i] = nearest;
    }
    return changed;
}

static void update(double (*points)[DIMENSIONS], int count, const int *label,
                   double centres[CLUSTERS][DIMENSIONS])
{
    double sums[CLUSTERS][DIMENSIONS] = {{0}};
    int members[CLUSTERS] = {0};
#pragma ppar for reduction(+ : sums)
    for (int i = 0; i < count; i++) {
        members[label[i]]++;
        for (int d = 0; d < DIMENSIONS; d++)
            sums[label[i]][d] += points[i][d];
    }
    for (int c = 0; c < CLUSTERS; c++)
        for (int d = 0; d < DIMENSIONS; d++)
            if (members[c])
                centres[c][d] = sums[c][d] / members[c];
}

int main(void)
{
    enum { N = 500 };
    double (*points)[DIMENSIONS] = malloc(N * sizeof *points);
    int *label = malloc(N * sizeof *label);
    double centres[CLUSTERS][DIMENSIONS];
    if (!points || !label)
        return 1;
    for (int i = 0; i < N; i++) {
        label[i] = -1;
        for (int d = 0; d < DIMENSIONS; d++)
            points[i][d] = (i * (d + 3) % 17) / 4.0 + i % CLUSTERS * 8; /* whole quarters: sums exact */
    }
    for (int c = 0; c < CLUSTERS; c++)
        for (int d = 0; d < DIMENSIONS; d++)
            centres[c][d] = points[c * 7][d];
    for (int round = 0; round < 8; round++) {
        printf("%d changed\n", assign(points, N, centres, label));
        update(points, N, label, centres);
    }
    for (int c = 0; c < CLUSTERS; c++)
        printf("%a %a %a\n", centres[c][0], centres[c][1], centres[c][2]);
    free(points);
    free(label);
    return 0;
}
