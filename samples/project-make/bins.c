/* One part of the belt after the other: each adds up its own asteroids, in their order. */
#include "survey.h"

#define WIDTH(low, high) (((high) - (low)) / BINS)

void survey_bins(const struct orbit *orbits, int count, double low, double high, int number[BINS],
                 double sum[BINS])
{
#pragma ppar for
    for (int bin = 0; bin < BINS; bin++) {
        double from = low + WIDTH(low, high) * bin, to = low + WIDTH(low, high) * (bin + 1);

        number[bin] = 0;
        sum[bin] = 0;
        for (int i = 0; i < count; i++) {
            if (orbits[i].axis >= from && orbits[i].axis < to) {
                number[bin]++;
                sum[bin] += orbits[i].eccentricity;
            }
        }
    }
}
