#ifndef TOMO_H
#define TOMO_H

/* A square picture of size x size points of the plane, from -1 to 1 each way, row by row. */
struct picture {
    int size;
    double *value;
};

/* What a scanner measures: for each of `angles` directions, the sum along `rays` parallel lines. */
struct scan {
    int angles, rays;
    double *value;
};

/* Of the head that everybody tests with: how dense it is at (X, Y), and the integral along the line
 * x cos(angle) + y sin(angle) = DISTANCE. */
#pragma ppar effects(pure)
double phantom_density(double x, double y);
#pragma ppar effects(pure)
double phantom_ray(double angle, double distance);

double scan_angle(const struct scan *scan, int k);

/* Fills in the values. */
void project(const struct scan *scan);

/* Fills in the picture that the scan is of, by filtered back-projection. Returns 0, or -1 when
 * there is not enough memory. */
int reconstruct(const struct picture *picture, const struct scan *scan);

#endif
