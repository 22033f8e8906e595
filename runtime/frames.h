/* The calls that have led here. */
#ifndef PPAR_FRAMES_H
#define PPAR_FRAMES_H

#include <features.h> /* __GLIBC__ */

#ifdef __GLIBC__
#include <execinfo.h>
#endif

/* Fills FRAMES with at most MOST places that calls return to, the innermost first, which is in the
 * caller: so it is no call itself. Returns how many; 0 where the C library cannot tell. The first
 * one in a process may allocate memory. */
__attribute__((__always_inline__)) static inline int frames_find(void **frames, int most)
{
#ifdef __GLIBC__
    return backtrace(frames, most);
#else
    (void)frames;
    (void)most;
    return 0;
#endif
}

#endif
