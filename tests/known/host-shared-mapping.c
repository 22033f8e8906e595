/* In memory that is shared between processes, workers would see what others write. */
#define _GNU_SOURCE
#include "show.h"

#include <sys/mman.h>

int main(void)
{
    int n = 2000;
    double sum = 0;
    double *a = mmap(NULL, (size_t)(n + 1) * sizeof *a, PROT_READ | PROT_WRITE,
                     MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    if (a == MAP_FAILED)
        return 1;
    for (int i = 0; i <= n; i++)
        a[i] = i;
#pragma ppar for schedule(static, 1)
    for (int i = 0; i < n; i++)
        a[i] = a[i] + a[i + 1];
    for (int i = 0; i <= n; i++)
        sum += a[i] * (i % 17);
    printf("%.0f\n", sum);
    return 0;
}
