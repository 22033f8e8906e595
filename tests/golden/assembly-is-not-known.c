/* status: 1 */
/* What is behind C's back, or beyond the C that ppcc reads. */
#include <stdarg.h>

int a[100];

void f(int n, ...)
{
    va_list list;

    va_start(list, n);
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = va_arg(list, int);
        __asm__ volatile("" : "+r"(a[i]));
    }
    va_end(list);
}

void g(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (a[i])
            __asm__ volatile("" : "+r"(a[i]));
}
