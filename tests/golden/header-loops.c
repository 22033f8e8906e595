/* status: 1 */
/* Loops in a header, and what is wrong with them, at their own places; a header of a header; one that
 * is included twice, with different types. */
#define TYPE float
#include "header-loops.h"
#undef TYPE
#define TYPE double
#include "header-loops.h"

void all(double *restrict a, float *restrict b, int n)
{
    sweep_float(b, n);
    sweep_double(a, n);
    fill_double(a, n);
}
