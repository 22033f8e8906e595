/* The calls that have led here. */
#ifndef PPAR_FRAMES_H
#define PPAR_FRAMES_H

/* Fills FRAMES with at most MOST places that calls return to, the innermost first. Returns how
 * many; 0 where the C library cannot tell. The first call of a process may allocate memory. */
int frames_find(void **frames, int most);

#endif
