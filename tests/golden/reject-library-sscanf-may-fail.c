/* status: 1 */
/* sscanf leaves the variable as it was when it finds no number. */
#include <stdio.h>

char line[100][20];
int a[100];

void f(void)
{
    int x = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        sscanf(line[i], "%d", &x);
        a[i] = x;
    }
}
