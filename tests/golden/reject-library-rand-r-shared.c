/* status: 1 */
/* rand_r with one seed for all. */
#define _DEFAULT_SOURCE
#include <stdlib.h>

int a[100];

void f(unsigned seed)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = rand_r(&seed);
}
