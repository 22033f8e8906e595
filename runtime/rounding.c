/* How floating-point numbers are rounded, and which exceptions trap: control registers that a
 * worker has from its fork. */
#include "rounding.h"

#if defined __x86_64__

struct rounding rounding_get(void)
{
    unsigned short x87;
    __asm__ volatile("fnstcw %0" : "=m"(x87));
    return (struct rounding){.first = __builtin_ia32_stmxcsr(), .second = x87};
}

void rounding_set(struct rounding rounding)
{
    unsigned short x87 = (unsigned short)rounding.second;
    __builtin_ia32_ldmxcsr((unsigned)rounding.first);
    __asm__ volatile("fldcw %0" : : "m"(x87));
}

#elif defined __aarch64__

struct rounding rounding_get(void)
{
    struct rounding rounding = {0};
    __asm__ volatile("mrs %0, fpcr" : "=r"(rounding.first));
    return rounding;
}

void rounding_set(struct rounding rounding)
{
    __asm__ volatile("msr fpcr, %0" : : "r"(rounding.first));
}

#else

struct rounding rounding_get(void)
{
    return (struct rounding){0};
}

void rounding_set(struct rounding rounding)
{
    (void)rounding;
}

#endif
