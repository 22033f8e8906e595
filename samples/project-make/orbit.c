/*
 * The plane problem of Sun, Jupiter and an asteroid that has no mass to speak of, seen from the
 * Sun. Jupiter goes round on a circle. Lengths are in astronomical units, times in years.
 */
#include "orbit.h"

#include <math.h>

#define PI           3.14159265358979323846
#define SUN          (4 * PI * PI) /* the gravitational constant times its mass */
#define JUPITER      (SUN / 1047.35)
#define JUPITER_AXIS 5.2026
#define STEP         0.02

struct vector {
    double x, y;
};

struct body {
    struct vector place, speed;
};

static struct vector jupiter(double time)
{
    double angle = sqrt((SUN + JUPITER) / pow(JUPITER_AXIS, 3)) * time;
    struct vector place = {JUPITER_AXIS * cos(angle), JUPITER_AXIS * sin(angle)};

    return place;
}

/* What a mass at a distance does. */
static struct vector pull(struct vector distance, double mass)
{
    double square = distance.x * distance.x + distance.y * distance.y;
    double factor = mass / (square * sqrt(square));
    struct vector result = {factor * distance.x, factor * distance.y};

    return result;
}

/* Jupiter moves the asteroid, and the Sun, from which we look, too. */
static struct vector acceleration(struct vector place, double time)
{
    struct vector other = jupiter(time);
    struct vector to_sun = {-place.x, -place.y};
    struct vector to_jupiter = {other.x - place.x, other.y - place.y};
    struct vector sun = pull(to_sun, SUN);
    struct vector near = pull(to_jupiter, JUPITER);
    struct vector frame = pull(other, JUPITER);
    struct vector sum = {sun.x + near.x - frame.x, sun.y + near.y - frame.y};

    return sum;
}

/* At its perihelion. */
static struct body body_on(struct orbit orbit, double phase)
{
    double distance = orbit.axis * (1 - orbit.eccentricity);
    double speed = sqrt(SUN * (2 / distance - 1 / orbit.axis));
    struct body body = {{distance * cos(phase), distance * sin(phase)},
                        {-speed * sin(phase), speed * cos(phase)}};

    return body;
}

static struct orbit orbit_of(const struct body *body)
{
    double x = body->place.x, y = body->place.y, vx = body->speed.x, vy = body->speed.y;
    double distance = sqrt(x * x + y * y);
    double square = vx * vx + vy * vy, along = x * vx + y * vy;
    double ex = ((square - SUN / distance) * x - along * vx) / SUN;
    double ey = ((square - SUN / distance) * y - along * vy) / SUN;
    struct orbit orbit = {1 / (2 / distance - square / SUN), sqrt(ex * ex + ey * ey)};

    return orbit;
}

struct orbit orbit_after(struct orbit start, double phase, double years)
{
    struct body body = body_on(start, phase);
    double greatest = start.eccentricity;
    struct orbit orbit;
    long steps = (long)(years / STEP);

    for (long k = 0; k < steps; k++) { /* the leapfrog method */
        struct vector pulled;

        body.place.x += STEP / 2 * body.speed.x;
        body.place.y += STEP / 2 * body.speed.y;
        pulled = acceleration(body.place, STEP * ((double)k + 0.5));
        body.speed.x += STEP * pulled.x;
        body.speed.y += STEP * pulled.y;
        body.place.x += STEP / 2 * body.speed.x;
        body.place.y += STEP / 2 * body.speed.y;
        if (k % 100 == 0)
            greatest = fmax(greatest, orbit_of(&body).eccentricity);
    }
    orbit = orbit_of(&body);
    orbit.eccentricity = fmax(greatest, orbit.eccentricity);
    return orbit;
}
