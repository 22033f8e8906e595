/* status: 1 */
/* All iterations use one stream, which no clause can say anything of. */
#include <stdio.h>
double load(FILE *file, int i);
double a[100];

void f(FILE *file)
{
#pragma ppar for in(a[i])
    for (int i = 0; i < 100; i++)
        a[i] = load(file, i);
}
