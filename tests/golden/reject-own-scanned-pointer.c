/* An own address is printed and read again. */
#include <stdio.h>
#include <stdlib.h>

static void *result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char text[30];
        sprintf(text, "%p", malloc(3));
        sscanf(text, "%p", &result[i]);
    }
    return result[3] == NULL;
}
