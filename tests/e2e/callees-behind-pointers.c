/* verdict: proven */
/* args: 2 3 */
#include <stdio.h>
#include <stdlib.h>

enum { N = 100 };
static double a[N];

struct shape;

struct operations {
    double (*area)(const struct shape *);
    double (*border)(const struct shape *);
};

struct shape {
    const struct operations *operations;
    double width, height;
};

static double box_area(const struct shape *s) { return s->width * s->height; }
static double box_border(const struct shape *s) { return 2 * (s->width + s->height); }
static double disc_area(const struct shape *s) { return 3.14159 * s->width * s->width; }
static double disc_border(const struct shape *s) { return 2 * 3.14159 * s->width; }

static const struct operations box = {box_area, box_border}, disc = {disc_area, disc_border};

int main(int argc, char **argv)
{
    (void)argv;
    struct shape *shapes = malloc(N * sizeof *shapes);
    for (int i = 0; i < N; i++)
        shapes[i] = (struct shape){i % argc ? &box : &disc, i, 2};
#pragma ppar for
    for (int i = 0; i < N; i++) {
        const struct shape *s = &shapes[i];
        a[i] = s->operations->area(s) / s->operations->border(s);
    }
    double sum = 0;
    for (int i = 1; i < N; i++)
        sum += a[i];
    printf("%.17g\n", sum);
    free(shapes);
    return 0;
}
