#ifndef FIT_H
#define FIT_H

/* A tone that dies away: amplitude * exp(-decay * t) * cos(2 pi frequency t + phase). */
struct tone {
    double frequency, decay;
    double cosine, sine; /* amplitude * cos(phase), -amplitude * sin(phase) */
    double misfit;       /* the sum of the squares of what is left */
};

struct ranges {
    double lowest_frequency, highest_frequency, lowest_decay, highest_decay;
};

/* The tone that is nearest to the COUNT measurements, of those with STEPS frequencies and STEPS
 * decays in the ranges. The measurement with the number LEFT_OUT does not count; -1: all do. */
#pragma ppar effects(in(time [0:count], value [0:count]))
struct tone fit_tone(const double *time, const double *value, int count, int left_out,
                     struct ranges ranges, int steps);

/* Those that are so many times narrower, with TONE in their middle. */
struct ranges ranges_near(struct tone tone, struct ranges ranges, double times);

/* How uncertain frequency and decay of the tone that fits BEST are, by the jackknife: the standard
 * deviations of what fits without each of the measurements. Returns 0, or -1 when there is not
 * enough memory. */
int jackknife(const double *time, const double *value, int count, struct tone best,
              struct ranges ranges, double *frequency_error, double *decay_error);

#endif
