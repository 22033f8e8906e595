/* flags: -O2 -D_FORTIFY_SOURCE=2 */
/* verdict: proven */
/* A program that asks for what ppcc sees otherwise in the C library's headers sees it as it is; these
 * headers are then read with their inline functions. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#if defined __NO_INLINE__ || !defined _FORTIFY_SOURCE
enum { STEP = 1 };
#else
enum { STEP = 2 };
#endif

int main(void)
{
    static int value[400];
#pragma ppar for
    for (int i = 0; i < 400; i += STEP)
        value[i] = STEP * abs(atoi("-7")) + toupper('a' + i % 26);
    long sum = 0;
    for (int i = 0; i < 400; i++)
        sum = 3 * sum % 1000003 + value[i];
    printf("%d %ld\n", STEP, sum);
    return 0;
}
