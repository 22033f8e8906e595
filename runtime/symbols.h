/* Names of functions for addresses; see symbols.c. */
#ifndef PPAR_SYMBOLS_H
#define PPAR_SYMBOLS_H

#include <stddef.h>
#include <stdint.h>

/* A variable with static storage. */
struct variable {
    char symbol[128]; /* as the linker knows it */
    char name[128];   /* without what compilers add to those of functions */
    uintptr_t start;
    size_t size;
    int is_loaded; /* the place is in a file that is loaded, whether a variable is known or not */
};

/* "simulate+0x2c in ./sweep", or as much of it as can be told, of PLACE in this process. IS_RETURN:
 * a call of the function returns there. Returns whether the function is main. */
int symbols_name(const void *place, int is_return, char *text, size_t size);

/* The variable that the byte at PLACE in this process belongs to. 0: none is known, and all but
 * IS_LOADED is zero. */
int symbols_variable(uintptr_t place, struct variable *variable);

#endif
