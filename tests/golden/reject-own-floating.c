/* An address as a floating-point number. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

double result[100];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = (double)(uintptr_t)malloc(8);
    printf("%d\n", result[3] != 0);
    return 0;
}
