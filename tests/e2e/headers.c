/* verdict: proven proven proven proven proven proven proven */
/* Annotated loops in headers: of a folder of its own, with a header beside it; once only; twice with
 * other types; and annotations by macros. All of it is what the plain compiler makes of it. */
#include <stdio.h>
#ifndef _PPAR
#define PPAR_FOR(...)
#endif
#define TYPE int
#include "headers.d/typed.h"
#undef TYPE
#define TYPE double
#include "headers.d/typed.h" /* a comment
that goes on */ and words that compilers pass over
#include "headers.d/once.h"
#include "headers.d/once.h"
#include "headers.d/macros.h"

int main(void)
{
    static int a[100];
    static double b[100];
    long s = 0, n = 100;
    fill_int(a, 100);
    fill_double(b, 100);
    shift(b, 100);
    ALIAS
    for (int i = 0; i < 100; i++)
        a[i] += __LINE__;
    PRAGMA(ppar for workers(n / 25))
    for (int i = 0; i < 100; i++)
        a[i] *= 2;
    LOOP(schedule(dynamic, 3), reduction(+ : s)) for (int i = 0; i < 100; i++) s += a[i]; printf("%ld\n", s);
#pragma ppar for TWO_CLAUSES
    for (int i = 0; i < 100; i++)
        b[i] /= 4;
    for (int i = 0; i < 100; i += 9)
        printf("%d %g\n", a[i], b[i]);
    printf("%d\n", __LINE__);
    printf("%s\n%s %d\n", where(), beside(), inner_line);
    return 0;
}
