/* flags: -O1 -lm */
/* Bodies that attract each other: the forces by direct summation, then a leapfrog step. */
#include <math.h>
#include <stdio.h>

enum { BODIES = 60 };

typedef struct {
    double x, y, z;
} vector;

struct body {
    vector position, velocity, force;
    double mass;
};

static struct body bodies[BODIES];

static void compute_forces(struct body *all, int count)
{
#pragma ppar for
    for (int i = 0; i < count; i++) {
        vector sum = {0, 0, 0};
        for (int j = 0; j < count; j++) {
            if (i == j)
                continue;
            double dx = all[j].position.x - all[i].position.x;
            double dy = all[j].position.y - all[i].position.y;
            double dz = all[j].position.z - all[i].position.z;
            double r2 = dx * dx + dy * dy + dz * dz + 1e-6;
            double scale = all[j].mass / (r2 * sqrt(r2));
            sum.x += dx * scale;
            sum.y += dy * scale;
            sum.z += dz * scale;
        }
        all[i].force = sum;
    }
}

static void advance(struct body *b, double dt)
{
    b->velocity.x += dt * b->force.x;
    b->velocity.y += dt * b->force.y;
    b->velocity.z += dt * b->force.z;
    b->position.x += dt * b->velocity.x;
    b->position.y += dt * b->velocity.y;
    b->position.z += dt * b->velocity.z;
}

static double energy(const struct body *all, int count)
{
    double total = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        const vector *v = &all[i].velocity;
        total += 0.5 * all[i].mass * (v->x * v->x + v->y * v->y + v->z * v->z);
    }
    return total;
}

int main(void)
{
    for (int i = 0; i < BODIES; i++) {
        bodies[i].position = (vector){cos(i), sin(2 * i), cos(3 * i + 1)};
        bodies[i].mass = 1 + i % 3;
    }
    for (int step = 0; step < 5; step++) {
        compute_forces(bodies, BODIES);
#pragma ppar for
        for (int i = 0; i < BODIES; i++)
            advance(&bodies[i], 0.01);
        printf("%a\n", energy(bodies, BODIES));
    }
    for (int i = 0; i < BODIES; i++)
        printf("%a %a %a\n", bodies[i].position.x, bodies[i].position.y, bodies[i].position.z);
    return 0;
}
