/*
 * Polymers: chains of beads that are shaken by heat. Each chain has a length and a name of its own
 * and is simulated for itself; what comes back are whole molecules, with all positions, in memory
 * that the simulation allocates.
 *
 *     polymers [how many] [sweeps]
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct vector {
    double x, y, z;
};

struct polymer {
    int beads;
    struct vector *bead;
    char *name;
    double gyration; /* its mean extent */
};
#pragma ppar pack(struct polymer : bead[beads], name string)

/* A number in (0, 1) from a generator of the chain's own. */
static double draw(unsigned long long *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return ((double)(*state >> 11) + 0.5) / 9007199254740992.0;
}

static double distance(const struct vector *a, const struct vector *b)
{
    double x = a->x - b->x, y = a->y - b->y, z = a->z - b->z;
    return sqrt(x * x + y * y + z * z);
}

/* Springs to both neighbours. */
static double tension(const struct vector *bead, int beads, int k)
{
    double energy = 0;
    if (k > 0)
        energy += pow(distance(&bead[k], &bead[k - 1]) - 1, 2);
    if (k < beads - 1)
        energy += pow(distance(&bead[k], &bead[k + 1]) - 1, 2);
    return 50 * energy;
}

static double radius_of_gyration(const struct vector *bead, int beads)
{
    struct vector centre = {0, 0, 0};
    double sum = 0;
    for (int k = 0; k < beads; k++) {
        centre.x += bead[k].x / beads;
        centre.y += bead[k].y / beads;
        centre.z += bead[k].z / beads;
    }
    for (int k = 0; k < beads; k++)
        sum += pow(distance(&bead[k], &centre), 2);
    return sqrt(sum / beads);
}

static char *name_of(int number, int beads)
{
    char text[40];
    snprintf(text, sizeof text, "chain %d of %d beads", number, beads);
    return strdup(text);
}

static struct polymer simulate(int number, int sweeps)
{
    unsigned long long state = 77 + (unsigned long long)number;
    struct polymer made;
    made.beads = 20 + number * 37 % 180;
    made.name = name_of(number, made.beads);
    made.bead = malloc((size_t)made.beads * sizeof *made.bead);
    for (int k = 0; k < made.beads; k++) {
        made.bead[k].x = k;
        made.bead[k].y = made.bead[k].z = 0;
    }
    for (int step = 0; step < sweeps * made.beads; step++) {
        int k = (int)(draw(&state) * made.beads);
        struct vector before = made.bead[k];
        double energy = tension(made.bead, made.beads, k);
        made.bead[k].x += draw(&state) - 0.5;
        made.bead[k].y += draw(&state) - 0.5;
        made.bead[k].z += draw(&state) - 0.5;
        if (exp(energy - tension(made.bead, made.beads, k)) < draw(&state))
            made.bead[k] = before;
    }
    made.gyration = radius_of_gyration(made.bead, made.beads);
    return made;
}

int main(int argc, char **argv)
{
    int count = argc > 1 ? atoi(argv[1]) : 400, sweeps = argc > 2 ? atoi(argv[2]) : 4000;
    struct polymer *polymer = malloc((size_t)count * sizeof *polymer);
    if (!polymer)
        return 1;

#pragma ppar for
    for (int i = 0; i < count; i++)
        polymer[i] = simulate(i, sweeps);

    double total = 0;
    for (int i = 0; i < count; i++) {
        const struct vector *end = &polymer[i].bead[polymer[i].beads - 1];
        printf("%-24s %8.4f  ends at %8.3f %8.3f %8.3f\n", polymer[i].name, polymer[i].gyration,
               end->x, end->y, end->z);
        total += polymer[i].gyration;
        free(polymer[i].bead);
        free(polymer[i].name);
    }
    printf("mean radius of gyration: %.10g\n", total / count);
    free(polymer);
    return 0;
}
