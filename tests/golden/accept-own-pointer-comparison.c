/* Own addresses are compared. */
#include <stdlib.h>

static int result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char *p = malloc(3), *q = malloc(3);
        result[i] = p != NULL && q != NULL && p != q;
        free(p);
        free(q);
    }
    return result[3];
}
