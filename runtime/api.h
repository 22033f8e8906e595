/* The public header, and the mark of what is visible outside the library. */
#ifndef PPAR_API_H
#define PPAR_API_H

#ifndef _PPAR
#define _PPAR
#endif
#include <ppar.h>

#define PPAR_API __attribute__((visibility("default")))

#endif
