/* status: 1 */
/* The messages show the header's lines; a definition that breaks its word is an error here, too. */
#include "effects-mistakes-in-a-header.h"

int calls;

double total(const double *list, int length)
{
    double sum = 0;
    for (int i = 0; i < length; i++)
        sum += list[i];
    calls++;
    return sum;
}
