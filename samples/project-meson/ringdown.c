/*
 * A bell that was struck, as a noisy microphone has heard it:
 *
 *     ringdown [samples [steps]]
 *
 * Prints the tone that fits best, and how uncertain its frequency and its decay are.
 */
#include "fit.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define PI 3.14159265358979323846

/* A number from -1 to 1, nearly normal. */
static double noise(uint64_t *state)
{
    double sum = 0;

    for (int k = 0; k < 6; k++) {
        *state = *state * 6364136223846793005u + 1442695040888963407u;
        sum += (double)(*state >> 33) / (double)(UINT64_C(1) << 31);
    }
    return sum / 3 - 1;
}

static void listen(double *time, double *value, int count)
{
    uint64_t state = 7;

    for (int k = 0; k < count; k++) {
        time[k] = 0.5 * k / count;
        value[k] = exp(-4.2 * time[k]) * cos(2 * PI * 43.7 * time[k] + 0.6) + 0.2 * noise(&state);
    }
}

int main(int argc, char **argv)
{
    int count = argc > 1 ? atoi(argv[1]) : 200;
    int steps = argc > 2 ? atoi(argv[2]) : 300;
    struct ranges ranges = {20, 60, 0, 10};
    double *time, *value, frequency_error, decay_error;
    struct tone tone;

    if (count < 10 || count > 100000 || steps < 1 || steps > 10000) {
        fprintf(stderr, "usage: ringdown [samples [steps]]\n");
        return 2;
    }
    time = malloc((size_t)count * sizeof *time);
    value = malloc((size_t)count * sizeof *value);
    if (time == NULL || value == NULL) {
        perror("ringdown");
        return 1;
    }
    listen(time, value, count);
    tone = fit_tone(time, value, count, -1, ranges, steps);
    ranges = ranges_near(tone, ranges, 20);
    tone = fit_tone(time, value, count, -1, ranges, steps);
    if (jackknife(time, value, count, tone, ranges, &frequency_error, &decay_error) < 0) {
        perror("ringdown");
        return 1;
    }
    printf("frequency %.10f +- %.10f\n", tone.frequency, frequency_error);
    printf("decay     %.10f +- %.10f\n", tone.decay, decay_error);
    printf("amplitude %.10f\n", hypot(tone.cosine, tone.sine));
    printf("phase     %.10f\n", atan2(-tone.sine, tone.cosine));
    free(value);
    free(time);
    return 0;
}
