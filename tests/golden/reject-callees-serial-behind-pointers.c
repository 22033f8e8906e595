#include <stdio.h>
#include <stdlib.h>

enum { N = 100 };
static double a[N], seen;

struct shape {
    double (*area)(const struct shape *);
    double width;
};

static double box_area(const struct shape *s) { return s->width * s->width; }
static double disc_area(const struct shape *s)
{
    seen += s->width;
    return seen;
}

int main(int argc, char **argv)
{
    (void)argv;
    struct shape *shapes = malloc(N * sizeof *shapes);
    for (int i = 0; i < N; i++)
        shapes[i] = (struct shape){i % argc ? box_area : disc_area, i};
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = shapes[i].area(&shapes[i]);
    printf("%g\n", a[N - 1]);
    free(shapes);
    return 0;
}
