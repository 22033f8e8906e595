#ifndef ORBIT_H
#define ORBIT_H

/* An orbit round the Sun: half of its longer axis, in astronomical units, and its eccentricity. */
struct orbit {
    double axis, eccentricity;
};

/* The orbit of an asteroid that starts as START says, PHASE radians ahead of Jupiter, as it is when
 * Jupiter has disturbed it for so many YEARS; its eccentricity is the greatest on the way. */
#pragma ppar effects(pure)
struct orbit orbit_after(struct orbit start, double phase, double years);

#endif
