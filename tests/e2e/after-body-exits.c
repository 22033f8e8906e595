/* The body ends the program: what stands behind the iterations before has been done. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#ifdef _PPAR
#define BEHIND(e)
#else
#define BEHIND(e) e
#endif

enum { N = 50 };

static double a[N];
static int seen;

int main(void)
{
#pragma ppar for after(printf("%d: %d %.17g\n", i, ++seen, a[i]))
    for (int i = 0; i < N; i++) {
        a[i] = 1 + sin(i) / 2;
        if (i == 31)
            exit(3);
        BEHIND(printf("%d: %d %.17g\n", i, ++seen, a[i]));
    }
    return 0;
}
