/* status: 1 */
/* errno from the iteration before is read. */
#include <errno.h>
#include <math.h>

double a[100];
int bad[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        bad[i] = errno != 0;
        a[i] = exp((double)i * 100.0);
    }
}
