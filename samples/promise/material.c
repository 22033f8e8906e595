/* What is known of a material, in a file that ppcc does not see together with the loops. */
#include "material.h"

#include <math.h>

long evaluations;

/* The conductivity at a temperature, and how many steps the search for it takes. */
double conductivity_steps(double temperature, long *steps)
{
    double x = 1, wanted = 1 + temperature;

    *steps = 0;
    while (fabs(x * x * x - wanted) > 1e-12 * wanted) {
        x -= (x * x * x - wanted) / (3 * x * x);
        ++*steps;
    }
    return 400 / x;
}

double conductivity(double temperature)
{
    long steps;
    double found = conductivity_steps(temperature, &steps);

    evaluations += steps;
    return found;
}
