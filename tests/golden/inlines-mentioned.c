/* status: 1 */
/* flags: -O2 */
#include "inlines-mentioned.h"

void f(void)
{
#pragma ppar for
    for (int i = 1; i < 1000; i++)
        a[i] = source(i) + 1;
}
