/* Pool.starmap, mcmapply, parallel with several columns: a function of several arguments. */
#include <stdio.h>

struct job {
    double mass, speed;
    int steps;
};

static double run(double mass, double speed, int steps)
{
    double height = 0;
    for (int k = 0; k < steps; k++) {
        speed -= 0.01 * (9.81 + 0.1 * speed * speed / mass);
        height += 0.01 * speed;
    }
    return height;
}

int main(void)
{
    static const struct job jobs[] = {{1, 10, 50}, {2, 20, 60}, {3, 30, 70}, {4, 40, 80}};
    enum { N = sizeof jobs / sizeof *jobs };
    double height[N];
#pragma ppar for
    for (int i = 0; i < N; i++)
        height[i] = run(jobs[i].mass, jobs[i].speed, jobs[i].steps);
    for (int i = 0; i < N; i++)
        printf("%g kg, %g m/s: %.4f m\n", jobs[i].mass, jobs[i].speed, height[i]);
    return 0;
}
