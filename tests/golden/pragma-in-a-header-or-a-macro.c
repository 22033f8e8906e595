/* status: 1 */
/* Loops are found in the file itself. */
#include "pragma-in-a-header-or-a-macro.h"

#define PARALLEL _Pragma("ppar for")

int a[100];

void f(void)
{
    PARALLEL
    for (int i = 0; i < 100; i++)
        a[i] = i;
}
