/*
 * Where Jupiter disturbs the asteroids:
 *
 *     kirkwood [asteroids [years]]
 *
 * One line for each part of the belt: its middle, how many asteroids are there in the end, and how
 * eccentric their orbits became. At 2.50 and 3.28 astronomical units an asteroid goes round three
 * times, or twice, while Jupiter goes round once. There orbits are drawn out, and the real belt has
 * gaps.
 */
#include "survey.h"

#include <stdio.h>
#include <stdlib.h>

#define LOW  2.0
#define HIGH 3.5

int main(int argc, char **argv)
{
    int count = argc > 1 ? atoi(argv[1]) : 600;
    double years = argc > 2 ? atof(argv[2]) : 3000;
    struct orbit *orbits;
    int number[BINS];
    double sum[BINS];

    if (count < 1 || years <= 0) {
        fprintf(stderr, "usage: kirkwood [asteroids [years]]\n");
        return 2;
    }
    orbits = malloc((size_t)count * sizeof *orbits);
    if (orbits == NULL) {
        perror("kirkwood");
        return 1;
    }
    survey_run(orbits, count, LOW, HIGH, years);
    survey_bins(orbits, count, LOW, HIGH, number, sum);

    printf(" axis  asteroids  eccentricity\n");
    for (int bin = 0; bin < BINS; bin++) {
        double mean = number[bin] ? sum[bin] / number[bin] : 0;

        printf("%5.3f  %9d  %.10f\n", LOW + (HIGH - LOW) * (bin + 0.5) / BINS, number[bin], mean);
    }
    free(orbits);
    return 0;
}
