/*
 * A parameter sweep: a driven, damped pendulum, simulated for each of 10 x 10 pairs of damping and
 * drive, one million time steps each.
 *
 *     sweep [steps [file.csv]]
 *
 * The results, one struct a pair, are written as CSV in the order of the pairs; the time goes to
 * stderr.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define DAMPINGS 10
#define DRIVES   10
#define PAIRS    (DAMPINGS * DRIVES)

struct result {
    double damping, drive;
    double mean_energy;
    double fastest;
    long turns;
};

static struct result results[PAIRS];

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Semi-implicit Euler: angle'' = -sin(angle) - damping angle' + drive cos(2/3 t). */
static struct result simulate(double damping, double drive, long steps)
{
    const double pi = 3.14159265358979323846;
    const double dt = 0.002;
    struct result r = {damping, drive, 0.0, 0.0, 0};
    double angle = 0.2, speed = 0.0, energy = 0.0;

    for (long k = 0; k < steps; k++) {
        double force = drive * cos(2.0 / 3.0 * dt * (double)k);

        speed += dt * (force - damping * speed - sin(angle));
        angle += dt * speed;
        if (angle > pi) {
            angle -= 2 * pi;
            r.turns++;
        } else if (angle < -pi) {
            angle += 2 * pi;
            r.turns++;
        }
        if (fabs(speed) > r.fastest)
            r.fastest = fabs(speed);
        energy += 0.5 * speed * speed + 1.0 - cos(angle);
    }
    r.mean_energy = steps > 0 ? energy / (double)steps : 0.0;
    return r;
}

int main(int argc, char **argv)
{
    long steps = argc > 1 ? atol(argv[1]) : 1000000;
    FILE *csv = argc > 2 ? fopen(argv[2], "w") : stdout;
    double start;

    if (csv == NULL) {
        perror(argv[2]);
        return 1;
    }

    start = now();
#pragma ppar for
    for (int i = 0; i < PAIRS; i++) {
        double damping = 0.25 + 0.05 * (i / DRIVES);
        double drive = 0.6 + 0.1 * (i % DRIVES);

        results[i] = simulate(damping, drive, steps);
    }
    fprintf(stderr, "%s: %d pairs, %ld steps each, in %.2f s\n", argv[0], PAIRS, steps,
            now() - start);

    fprintf(csv, "damping,drive,mean_energy,fastest,turns\n");
    for (int i = 0; i < PAIRS; i++)
        fprintf(csv, "%.2f,%.2f,%.17g,%.17g,%ld\n", results[i].damping, results[i].drive,
                results[i].mean_energy, results[i].fastest, results[i].turns);
    if (fclose(csv) != 0) {
        perror("sweep");
        return 1;
    }
    return 0;
}
