/* verdict: proven */
/* Structs as arguments and results. */
#include "show.h"

struct vector {
    double x, y, z;
};

static struct vector cross(struct vector a, struct vector b)
{
    struct vector c;

    c.x = a.y * b.z - a.z * b.y;
    c.y = a.z * b.x - a.x * b.z;
    c.z = a.x * b.y - a.y * b.x;
    a.x = 0;
    return c;
}

static struct vector make(double t)
{
    return (struct vector){t, t * t, 1.0};
}

int main(void)
{
    struct vector v[12];

    for (int i = 0; i < 12; i++)
        v[i] = make(-1.0);
#pragma ppar for
    for (int i = 1; i < 11; i++)
        v[i] = cross(make(i), make(0.5 * i));
    for (int i = 0; i < 12; i++)
        printf("%g %g %g\n", v[i].x, v[i].y, v[i].z);
    return 0;
}
