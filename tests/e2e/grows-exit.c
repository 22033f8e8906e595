/* verdict: proven */
/* The program ends in an iteration that a worker has come to while its chunk grew; what those before
 * it have stored is there for handlers. */
#include <stdio.h>
#include <stdlib.h>

enum { N = 100000 };

static int result[N], last;

static void show(void)
{
    long sum = 0;
    for (int i = 0; i < last; i++)
        sum += result[i];
    printf("%ld\n", sum);
}

int main(int argc, char **argv)
{
    last = argc > 1 ? atoi(argv[1]) : N - 777;
    atexit(show);
#pragma ppar for
    for (int i = 0; i < N; i++) {
        unsigned value = (unsigned)i;
        for (int k = i % 5; k > 0; k--)
            value = value * 1664525u + 1013904223u;
        if (i % 9999 == 3)
            printf("at %d\n", i);
        if (i == last)
            exit(7);
        result[i] = (int)(value % 1000);
    }
    return 0;
}
