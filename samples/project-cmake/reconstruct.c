/*
 * Filtered back-projection: each direction's measurements are folded with the filter of
 * Ramachandran and Lakshminarayanan, and spread back over the picture along their rays. The first
 * loop is over the directions, the second one over the rows of the picture.
 */
#include "tomo.h"

#include <math.h>
#include <stdlib.h>

#define PI 3.14159265358979323846

/* The filter at so many rays from its middle. */
static double filter_at(int offset, double spacing)
{
    if (offset == 0)
        return 1 / (4 * spacing * spacing);
    if (offset % 2 == 0)
        return 0;
    return -1 / (PI * PI * offset * offset * spacing * spacing);
}

static void filter_all(double *restrict filtered, const double *restrict measured, int angles,
                       int rays)
{
    double spacing = 2.0 / (rays - 1);

#pragma ppar for
    for (int k = 0; k < angles; k++) {
        for (int ray = 0; ray < rays; ray++) {
            double sum = 0;

            for (int other = 0; other < rays; other++)
                sum += measured[k * rays + other] * filter_at(ray - other, spacing);
            filtered[k * rays + ray] = sum * spacing;
        }
    }
}

/* What the direction whose rays are in LINE adds at a distance from the middle. */
static double between_rays(const double *line, int rays, double distance)
{
    double at = (distance + 1) / 2 * (rays - 1);
    int ray = (int)at;

    if (at < 0 || ray >= rays - 1)
        return 0;
    return line[ray] + (at - ray) * (line[ray + 1] - line[ray]);
}

static void spread(double *restrict value, int size, const double *restrict filtered,
                   const double *restrict angle, int angles, int rays)
{
#pragma ppar for
    for (int row = 0; row < size; row++) {
        double y = 1 - 2.0 * row / (size - 1);

        for (int column = 0; column < size; column++) {
            double x = 2.0 * column / (size - 1) - 1, sum = 0;

            for (int k = 0; k < angles; k++)
                sum +=
                    between_rays(filtered + k * rays, rays, x * cos(angle[k]) + y * sin(angle[k]));
            value[row * size + column] = sum * PI / angles;
        }
    }
}

int reconstruct(const struct picture *picture, const struct scan *scan)
{
    double *filtered = malloc((size_t)scan->angles * (size_t)scan->rays * sizeof *filtered);
    double *angle = malloc((size_t)scan->angles * sizeof *angle);
    int status = -1;

    if (filtered != NULL && angle != NULL) {
        for (int k = 0; k < scan->angles; k++)
            angle[k] = scan_angle(scan, k);
        filter_all(filtered, scan->value, scan->angles, scan->rays);
        spread(picture->value, picture->size, filtered, angle, scan->angles, scan->rays);
        status = 0;
    }
    free(angle);
    free(filtered);
    return status;
}
