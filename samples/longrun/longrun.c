/*
 * How long until a chaotic pendulum forgets where it began: for each of many drives, the rate at
 * which two neighbours part. A long run, which may be stopped at any moment and gone on with.
 *
 *     longrun [DRIVES [PERIODS]]
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

struct pendulum {
    double angle, speed, time;
};

/* One step of the classical Runge-Kutta method. */
static double push(const struct pendulum *p, double drive)
{
    return -sin(p->angle) - 0.5 * p->speed + drive * cos(p->time * 2 / 3);
}

static void step(struct pendulum *p, double drive, double h)
{
    double angle[4], speed[4];
    for (int k = 0; k < 4; k++) {
        double part = k == 0 ? 0 : k == 3 ? h : h / 2;
        struct pendulum at = *p;
        if (k > 0) {
            at.angle += part * angle[k - 1];
            at.speed += part * speed[k - 1];
            at.time += part;
        }
        angle[k] = at.speed;
        speed[k] = push(&at, drive);
    }
    p->angle += h / 6 * (angle[0] + 2 * angle[1] + 2 * angle[2] + angle[3]);
    p->speed += h / 6 * (speed[0] + 2 * speed[1] + 2 * speed[2] + speed[3]);
    p->time += h;
}

/* The rate at which two pendulums part that begin a hair's breadth from each other. */
static double parting(double drive, int periods)
{
    const double hair = 1e-8, h = 3.14159265358979 * 3 / 200;
    struct pendulum a = {0.2, 0, 0}, b = {0.2 + hair, 0, 0};
    double sum = 0;
    for (int n = 0; n < periods * 200; n++) {
        step(&a, drive, h);
        step(&b, drive, h);
        double angle = b.angle - a.angle, speed = b.speed - a.speed;
        double apart = sqrt(angle * angle + speed * speed);
        sum += log(apart / hair);
        b.angle = a.angle + angle * hair / apart;
        b.speed = a.speed + speed * hair / apart;
    }
    return sum / (periods * 200 * h);
}

int main(int argc, char **argv)
{
    int drives = argc > 1 ? atoi(argv[1]) : 600, periods = argc > 2 ? atoi(argv[2]) : 400;
    double mean = 0, most = -1;
    int chaotic = 0, wildest = -1;
    if (drives < 1 || periods < 1)
        return 2;
#pragma ppar for checkpoint("longrun.log") progress("drives")
    for (int i = 0; i < drives; i++) {
        double drive = 0.9 + 0.6 * i / drives, rate = parting(drive, periods);
        if (i % 50 == 0)
            printf("drive %.4f: rate %+.6f\n", drive, rate);
        mean += rate;
        chaotic += rate > 0.01;
        if (rate > most) {
            most = rate;
            wildest = i;
        }
    }
    printf("%d of %d drives are chaotic, mean rate %+.12f\n", chaotic, drives, mean / drives);
    printf("the wildest: drive %.4f, rate %+.12f\n", 0.9 + 0.6 * wildest / drives, most);
    return 0;
}
