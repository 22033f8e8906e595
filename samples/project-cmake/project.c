/* One iteration measures all rays of one direction. */
#include "tomo.h"

#define PI 3.14159265358979323846

double scan_angle(const struct scan *scan, int k)
{
    return PI * k / scan->angles;
}

void project(const struct scan *scan)
{
    int angles = scan->angles, rays = scan->rays;
    double *value = scan->value;

#pragma ppar for
    for (int k = 0; k < angles; k++)
        for (int ray = 0; ray < rays; ray++)
            value[k * rays + ray] = phantom_ray(PI * k / angles, 2.0 * ray / (rays - 1) - 1);
}
