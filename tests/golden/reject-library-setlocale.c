/* status: 1 */
/* The locale is changed. */
#include <locale.h>
#include <stdio.h>

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        setlocale(LC_ALL, i % 2 ? "C" : "");
        printf("%f\n", 0.5 * i);
    }
}
