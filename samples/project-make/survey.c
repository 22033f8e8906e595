/* Each asteroid's orbit is computed on its own: orbit.h says that orbit_after has no effects, so
 * that this file can be compiled without seeing orbit.c. */
#include "survey.h"

/* The golden angle spreads the asteroids round the Sun. */
#define PHASE 2.39996322972865332

void survey_run(struct orbit *orbits, int count, double low, double high, double years)
{
#pragma ppar for
    for (int i = 0; i < count; i++) {
        struct orbit start = {low + (high - low) * (i + 0.5) / count, 0.05};

        orbits[i] = orbit_after(start, PHASE * i, years);
    }
}
