/* Included by trust-effects-header.c. */
#ifndef TRUST_EFFECTS_HEADER_H
#define TRUST_EFFECTS_HEADER_H

#pragma ppar effects(out(row[0 : n]) in(source[0 : n]))
void fill(double *row, const double *source, int n);

#endif
