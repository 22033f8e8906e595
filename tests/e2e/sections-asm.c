/* verdict: trusted */
/* Assembler, and a function through a pointer that nobody follows, with clauses. */
#include <stdio.h>
#include <stdlib.h>

enum { N = 5000 };

static long from[N], to[N], sum[N];

__attribute__((weak)) void twice(long *p)
{
    *p *= 2;
}

__attribute__((weak)) void negate(long *p)
{
    *p = -*p;
}

int main(int argc, char **argv)
{
    void (*work)(long *) = argc > 5 ? negate : twice;
    (void)argv;
    for (int i = 0; i < N; i++)
        from[i] = i * 31 % 1009;
#pragma ppar for in(from[i]) out(to[i])
    for (int i = 0; i < N; i++) {
        __asm__("" : "=r"(to[i]) : "0"(from[i]));
    }
#pragma ppar for in(to[i])
    for (int i = 0; i < N; i++) {
        long kept = to[i] + 1;
        __asm__ volatile("" : "+r"(kept) : : "memory");
        sum[i] = kept;
    }
#pragma ppar for inout(to[i])
    for (int i = 0; i < N; i++)
        work(&to[i]);
    long all = 0;
    for (int i = 0; i < N; i++)
        all = all * 3 % 1000003 + to[i] + sum[i];
    printf("%ld %ld %ld\n", all, to[4321], sum[99]);
    return 0;
}
