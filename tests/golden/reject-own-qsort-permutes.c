/* Qsort moves a pointer to another element. */
#include <stdlib.h>

struct pair { char *p; long n; };
static int compare(const void *a, const void *b)
{
    return (int)(((const struct pair *)a)->n - ((const struct pair *)b)->n);
}
static char *result[100];
static char text[] = "x";
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        struct pair t[2];
        t[0].p = malloc(4);
        t[0].n = 2;
        t[1].p = text;
        t[1].n = 1;
        qsort(t, 2, sizeof *t, compare);
        result[i] = t[1].p;
    }
    return result[3] == NULL;
}
