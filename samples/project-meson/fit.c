/*
 * The nearest tone among many. For a frequency and a decay the best amplitude and phase follow from
 * two linear equations. One iteration tries all decays of one frequency; that the loop keeps the
 * best one, with all that goes with it, ppcc sees by itself.
 */
#include "fit.h"

#include <math.h>

#define PI 3.14159265358979323846

static struct tone fit_amplitude(const double *time, const double *value, int count, int left_out,
                                 double frequency, double decay)
{
    double cc = 0, cs = 0, ss = 0, vc = 0, vs = 0, vv = 0, determinant;
    struct tone tone = {frequency, decay, 0, 0, 0};

    for (int k = 0; k < count; k++) {
        double envelope = exp(-decay * time[k]);
        double c = envelope * cos(2 * PI * frequency * time[k]);
        double s = envelope * sin(2 * PI * frequency * time[k]);

        if (k == left_out)
            continue;
        cc += c * c;
        cs += c * s;
        ss += s * s;
        vc += value[k] * c;
        vs += value[k] * s;
        vv += value[k] * value[k];
    }
    determinant = cc * ss - cs * cs;
    if (determinant != 0) {
        tone.cosine = (vc * ss - vs * cs) / determinant;
        tone.sine = (vs * cc - vc * cs) / determinant;
    }
    tone.misfit = vv - tone.cosine * vc - tone.sine * vs;
    return tone;
}

struct ranges ranges_near(struct tone tone, struct ranges ranges, double times)
{
    double wide = (ranges.highest_frequency - ranges.lowest_frequency) / (2 * times);
    double high = (ranges.highest_decay - ranges.lowest_decay) / (2 * times);
    struct ranges near = {tone.frequency - wide, tone.frequency + wide, tone.decay - high,
                          tone.decay + high};

    return near;
}

struct tone fit_tone(const double *time, const double *value, int count, int left_out,
                     struct ranges ranges, int steps)
{
    struct tone best = {0, 0, 0, 0, HUGE_VAL};

#pragma ppar for
    for (int i = 0; i < steps; i++) {
        double width = ranges.highest_frequency - ranges.lowest_frequency;
        double frequency = ranges.lowest_frequency + width * (i + 0.5) / steps;
        struct tone nearest = {0, 0, 0, 0, HUGE_VAL};

        for (int j = 0; j < steps; j++) {
            double decay = ranges.lowest_decay +
                           (ranges.highest_decay - ranges.lowest_decay) * (j + 0.5) / steps;
            struct tone tone = fit_amplitude(time, value, count, left_out, frequency, decay);

            if (tone.misfit < nearest.misfit)
                nearest = tone;
        }
        if (nearest.misfit < best.misfit)
            best = nearest;
    }
    return best;
}
