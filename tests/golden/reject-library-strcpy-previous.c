/* status: 1 */
/* The row before is copied. */
#include <string.h>

char row[100][20];

void f(void)
{
#pragma ppar for
    for (int i = 1; i < 100; i++)
        strcpy(row[i], row[i - 1]);
}
