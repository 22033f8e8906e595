/* status: 1 */
/* All iterations write to the same file, in any order. */
#include <stdio.h>

void f(const double *x)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        FILE *out = fopen("result.txt", "a");

        if (out) {
            fprintf(out, "%g\n", x[i]);
            fclose(out);
        }
    }
}
