/* Names of functions for addresses; see symbols.c. */
#ifndef PPAR_SYMBOLS_H
#define PPAR_SYMBOLS_H

#include <stddef.h>

/* "simulate+0x2c in ./sweep", or as much of it as can be told, of PLACE in this process. IS_RETURN:
 * a call of the function returns there. Returns whether the function is main. */
int symbols_name(const void *place, int is_return, char *text, size_t size);

#endif
