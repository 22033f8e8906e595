/* status: 1 */
/* setjmp in the body into a buffer outside, used after the loop. */
#include <setjmp.h>

jmp_buf place;
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = setjmp(place);
}
