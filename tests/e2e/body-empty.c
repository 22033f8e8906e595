/* Loops that do nothing. */
#include "show.h"

int main(void)
{
    int i;

#pragma ppar for
    for (i = 0; i < 10; i++)
        ;
    printf("%d\n", i);
#pragma ppar for
    for (i = 0; i < 10; i++) {
    }
    printf("%d\n", i);
    return 0;
}
