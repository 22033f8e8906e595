/* status: 0 */
/* A maximum by fmax. */
#include <math.h>

double b[100];

double f(int n)
{
    double most = -1e300;

#pragma ppar for
    for (int i = 0; i < n; i++)
        most = fmax(most, b[i]);
    return most;
}
