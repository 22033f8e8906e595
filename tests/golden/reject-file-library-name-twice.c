/* status: 1 */
/* Whichever it is, it is not the library's. */
#include <math.h>
double result[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = hypot(i, 3);
}
