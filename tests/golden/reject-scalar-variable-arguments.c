/* status: 1 */
/* The next argument depends on how many were taken. */
#include <stdarg.h>

int a[100];

void f(int n, ...)
{
    va_list arguments;

    va_start(arguments, n);
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[i] = va_arg(arguments, int);
    va_end(arguments);
}
