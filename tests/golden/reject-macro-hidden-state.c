/* status: 1 */
/* The macro writes a variable that is nowhere in the body. */
static unsigned state;

#define NEXT() (state = state * 1664525u + 1013904223u)

unsigned a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = NEXT();
}
