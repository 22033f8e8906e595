/* Branches that make no difference to the loops, in the source that has them. */
#include <stdio.h>

#if defined __GNUC__ && __GNUC__ >= 7
#define FALLS_THROUGH __attribute__((fallthrough))
#else
#define FALLS_THROUGH
#endif

#ifdef __has_attribute
#if __has_attribute(noinline)
#define APART __attribute__((noinline))
#endif
#endif
#ifndef APART
#define APART
#endif

#ifdef __clang__
#pragma clang diagnostic ignored "-Wunknown-pragmas"
#else
#pragma GCC diagnostic ignored "-Wunknown-pragmas"
#endif

static APART int cost(int i)
{
    switch (i % 3) {
    case 0:
        i += 2;
        FALLS_THROUGH;
    case 1:
        return i * i;
    default:
        return i;
    }
}

int main(void)
{
    int a[50];
#pragma ppar for
    for (int i = 0; i < 50; i++) {
#ifdef __clang__
        __builtin_assume(i >= 0);
        a[i] = cost(i);
#elif defined __OPTIMIZE__
        a[i] = cost(i) + __GNUC__;
#else
        a[i] = cost(i) - 1;
#endif
    }
    for (int i = 0; i < 50; i++)
        printf("%d\n", a[i]);
    return 0;
}
