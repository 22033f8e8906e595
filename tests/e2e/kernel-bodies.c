/* verdict: proven */
/* Forces between bodies: a row of the interaction matrix for each iteration, then the step. */
#include "show.h"

#include <math.h>

#define N 15

static struct body {
    double x[3], v[3], force[3], mass;
} bodies[N];

int main(void)
{
    for (int i = 0; i < N; i++) {
        for (int k = 0; k < 3; k++)
            bodies[i].x[k] = sin(3.0 * i + k);
        bodies[i].mass = 1.0 + i % 3;
    }
    for (int step = 0; step < 3; step++) {
#pragma ppar for
        for (int i = 0; i < N; i++) {
            double f[3] = {0.0, 0.0, 0.0};

            for (int j = 0; j < N; j++) {
                double d[3], r2 = 0.01;

                for (int k = 0; k < 3; k++) {
                    d[k] = bodies[j].x[k] - bodies[i].x[k];
                    r2 += d[k] * d[k];
                }
                for (int k = 0; k < 3; k++)
                    f[k] += bodies[j].mass * d[k] / (r2 * sqrt(r2));
            }
            for (int k = 0; k < 3; k++)
                bodies[i].force[k] = f[k];
        }
#pragma ppar for
        for (int i = 0; i < N; i++)
            for (int k = 0; k < 3; k++) {
                bodies[i].v[k] += 0.01 * bodies[i].force[k];
                bodies[i].x[k] += 0.01 * bodies[i].v[k];
            }
    }
    for (int i = 0; i < N; i++)
        SHOW("%a", (double *)&bodies[i], 10);
    return 0;
}
