/* status: 1 */
/* Each iteration writes a file of its own. */
#include <stdio.h>

static int save(int k, double value)
{
    char name[32];
    FILE *file;

    sprintf(name, "%d.out", k);
    file = fopen(name, "w");
    if (!file)
        return 0;
    fprintf(file, "%g\n", value);
    fclose(file);
    return 1;
}

void f(const double *x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (!save(i, x[i]))
            break;
}
