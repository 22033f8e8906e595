/* One iteration fits all measurements but one. fit.h says what fit_tone reads; the loop in it runs
 * serially inside of this one. */
#include "fit.h"

#include <math.h>
#include <stdlib.h>

enum { STEPS = 32 };

/* The jackknife's standard deviation of COUNT values. */
static double deviation(const double *value, int count)
{
    double mean = 0, sum = 0;

    for (int k = 0; k < count; k++)
        mean += value[k] / count;
    for (int k = 0; k < count; k++)
        sum += (value[k] - mean) * (value[k] - mean);
    return sqrt(sum * (count - 1) / count);
}

int jackknife(const double *time, const double *value, int count, struct tone best,
              struct ranges ranges, double *frequency_error, double *decay_error)
{
    double *frequency = malloc((size_t)count * sizeof *frequency);
    double *decay = malloc((size_t)count * sizeof *decay);
    struct ranges near = ranges_near(best, ranges, 20);

    if (frequency == NULL || decay == NULL) {
        free(frequency);
        free(decay);
        return -1;
    }
#pragma ppar for
    for (int k = 0; k < count; k++) {
        struct tone tone = fit_tone(time, value, count, k, near, STEPS);

        frequency[k] = tone.frequency;
        decay[k] = tone.decay;
    }
    *frequency_error = deviation(frequency, count);
    *decay_error = deviation(decay, count);
    free(frequency);
    free(decay);
    return 0;
}
