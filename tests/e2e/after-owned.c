/* Results that own memory are whole when the expression behind an iteration sees them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef _PPAR
#define BEHIND(e)
#else
#define BEHIND(e) e
#endif

enum { N = 40 };

struct poly {
    int degree;
    double *coef;
    char *name;
};

#pragma ppar pack(struct poly : coef[degree + 1], name string)

static struct poly polys[N];
static size_t letters;

static void show(const struct poly *poly)
{
    printf("%s:", poly->name);
    for (int k = 0; k <= poly->degree; k++)
        printf(" %g", poly->coef[k]);
    printf("\n");
    letters += strlen(poly->name);
}

int main(void)
{
#pragma ppar for after(show(&polys[i]))
    for (int i = 0; i < N; i++) {
        char name[20];
        snprintf(name, sizeof name, "p%d", i * i);
        polys[i].degree = i % 5;
        polys[i].coef = malloc((i % 5 + 1) * sizeof *polys[i].coef);
        for (int k = 0; k <= i % 5; k++)
            polys[i].coef[k] = i * k;
        polys[i].name = strdup(name);
        BEHIND(show(&polys[i]));
    }
    printf("%zu\n", letters);
    return 0;
}
