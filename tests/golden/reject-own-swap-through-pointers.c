/* A function swaps two pointers. */
#include <stdlib.h>

static void swap(char **a, char **b) { char *t = *a; *a = *b; *b = t; }
static char *result[100];
static char text[] = "x";
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char *x = malloc(4), *y = text;
        swap(&x, &y);
        result[i] = y;
    }
    return result[3] == NULL;
}
