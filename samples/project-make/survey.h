#ifndef SURVEY_H
#define SURVEY_H

#include "orbit.h"

enum { BINS = 30 };

/* So many asteroids, evenly spread over the belt between LOW and HIGH, after some YEARS. */
void survey_run(struct orbit *orbits, int count, double low, double high, double years);

/* For each part of the belt, how many asteroids ended there, and the sum of their greatest
 * eccentricities. Those that have left the belt are not counted. */
void survey_bins(const struct orbit *orbits, int count, double low, double high, int number[BINS],
                 double sum[BINS]);

#endif
