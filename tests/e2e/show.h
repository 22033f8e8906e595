/*
 * What the programs of this folder print with: every element of an array, so that a stray write
 * shows.
 */
#ifndef SHOW_H
#define SHOW_H

#include <stdio.h>

#define SHOW(format, a, n)                                                                         \
    do {                                                                                           \
        printf("%s:", #a);                                                                         \
        for (long show_k = 0; show_k < (long)(n); show_k++)                                        \
            printf(" " format, (a)[show_k]);                                                       \
        putchar('\n');                                                                             \
    } while (0)

#define FILL(a, n, value)                                                                          \
    do {                                                                                           \
        for (long fill_k = 0; fill_k < (long)(n); fill_k++)                                        \
            (a)[fill_k] = (value);                                                                 \
    } while (0)

#endif
