/* status: 1 */
/* longjmp leaves the iteration. */
#include <setjmp.h>

jmp_buf out;
int a[100];

void f(void)
{
    if (setjmp(out) != 0)
        return;
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        if (a[i] < 0)
            longjmp(out, 1);
        a[i] = i;
    }
}
