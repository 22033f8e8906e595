/* status: 1 */
/* Localtime sets a variable of the library. */
#include <time.h>

long a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        time_t now = i;
        a[i] = timezone;
        localtime(&now);
    }
}
