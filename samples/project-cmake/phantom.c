/* The phantom of Shepp and Logan, ten ellipses, with the densities in which one can see them. */
#include "tomo.h"

#include <math.h>

#define PI 3.14159265358979323846

static const struct ellipse {
    double density, half_width, half_height, x, y, degrees;
} ellipses[] = {
    {1.0, 0.69, 0.92, 0, 0, 0},        {-0.8, 0.6624, 0.874, 0, -0.0184, 0},
    {-0.2, 0.11, 0.31, 0.22, 0, -18},  {-0.2, 0.16, 0.41, -0.22, 0, 18},
    {0.1, 0.21, 0.25, 0, 0.35, 0},     {0.1, 0.046, 0.046, 0, 0.1, 0},
    {0.1, 0.046, 0.046, 0, -0.1, 0},   {0.1, 0.046, 0.023, -0.08, -0.605, 0},
    {0.1, 0.023, 0.023, 0, -0.606, 0}, {0.1, 0.023, 0.046, 0.06, -0.605, 0},
};

enum { ELLIPSES = sizeof ellipses / sizeof *ellipses };

double phantom_density(double x, double y)
{
    double sum = 0;

    for (int k = 0; k < ELLIPSES; k++) {
        const struct ellipse *e = &ellipses[k];
        double turn = e->degrees * PI / 180;
        double along = (x - e->x) * cos(turn) + (y - e->y) * sin(turn);
        double across = (y - e->y) * cos(turn) - (x - e->x) * sin(turn);

        if (pow(along / e->half_width, 2) + pow(across / e->half_height, 2) <= 1)
            sum += e->density;
    }
    return sum;
}

double phantom_ray(double angle, double distance)
{
    double sum = 0;

    for (int k = 0; k < ELLIPSES; k++) {
        const struct ellipse *e = &ellipses[k];
        double turn = angle - e->degrees * PI / 180;
        double from_middle = distance - e->x * cos(angle) - e->y * sin(angle);
        double square = pow(e->half_width * cos(turn), 2) + pow(e->half_height * sin(turn), 2);
        double inside = square - from_middle * from_middle;

        if (inside > 0)
            sum += 2 * e->density * e->half_width * e->half_height * sqrt(inside) / square;
    }
    return sum;
}
