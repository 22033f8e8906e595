/* How floating-point numbers are rounded, and what traps; see rounding.c. */
#ifndef PPAR_ROUNDING_H
#define PPAR_ROUNDING_H

struct rounding {
    unsigned long first, second;
};

/* Whether this processor's are known. */
#if defined __x86_64__ || defined __aarch64__
#define ROUNDING_IS_KNOWN 1
#else
#define ROUNDING_IS_KNOWN 0
#endif

struct rounding rounding_get(void);
void rounding_set(struct rounding rounding);

#endif
