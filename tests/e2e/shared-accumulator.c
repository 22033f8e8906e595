/* A sum in memory that all processes share: workers must not start theirs anew there. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { N = 5000 };

static long a[N];

static void total(long *sum, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        *sum += a[i] * i;
}

int main(void)
{
    long *shared =
        mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    long *own = calloc(1, sizeof *own);
    for (int k = 0; k < 20; k++) {
        if (k == 10)
            setenv("PPAR_STAY", "on", 1);
        for (int i = 0; i < N; i++)
            a[i] = i ^ k;
        total(shared, N - k);
        total(own, N / 2 + k);
    }
    printf("%ld %ld\n", *shared, *own);
    free(own);
    return 0;
}
