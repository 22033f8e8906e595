/* status: 1 */
/* Errno of the loop is read behind a call that leaves it alone. */
#include <errno.h>
#include <math.h>
#include <stdio.h>

int main(void)
{
    double y[100];
    errno = 0;
#pragma ppar for
    for (int i = 0; i < 100; i++)
        y[i] = log(50 - i);
    printf("%g\n", y[7]);
    return errno == EDOM;
}
