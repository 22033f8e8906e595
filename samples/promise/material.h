#ifndef MATERIAL_H
#define MATERIAL_H

extern long evaluations;

/* Somebody's word, and not so: it counts. */
#pragma ppar effects(pure)
double conductivity(double temperature);

#pragma ppar effects(out(steps [0:1]))
double conductivity_steps(double temperature, long *steps);

#endif
