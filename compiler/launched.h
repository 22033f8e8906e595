/*
 * The launcher's form of the command line, `ppcc gcc -c a.c` or `ppcc ccache gcc -c a.c`: what
 * build systems make when ppcc is not the compiler but is put in front of it.
 */
#ifndef PPCC_LAUNCHED_H
#define PPCC_LAUNCHED_H

#include <stdbool.h>
#include <stddef.h>

/* How many of the COUNT words at the head of WORDS call a compiler; 0: they are its arguments. */
size_t launched_words(const char *const *words, size_t count);

/* Does WORD call a compiler that takes a .c for C++? */
bool compiles_cplusplus(const char *word);

#endif
