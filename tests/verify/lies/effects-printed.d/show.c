#include <stdio.h>

static int number;
void show(int x);

void show(int x)
{
    printf("%d: %d\n", number++, x);
}
