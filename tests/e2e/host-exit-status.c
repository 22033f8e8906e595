/* verdict: proven */
/* The status of the program comes from the results. */
#include <stdlib.h>

int main(void)
{
    int a[10], count = 0;

#pragma ppar for
    for (int i = 0; i < 10; i++)
        a[i] = i * 37 % 10;
    for (int i = 0; i < 10; i++)
        count += a[i] * i;
    exit(count % 200 + 1);
}
