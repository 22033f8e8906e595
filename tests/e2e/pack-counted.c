/* verdict: trusted */
/* Results with arrays and names of their own: all of them, some of them, appended ones, and the
 * last one. The blocks are the program's: it grows and frees them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 120 };

struct poly {
    int n, capacity;
    double *coef;
    char *name;
    const struct poly *origin;
};
#pragma ppar pack(struct poly : coef[n], name string)

struct cell {
    short tag;
    struct poly poly[2];
};

static struct poly all[N], some[N], last, list[3 * N], bare[N];
static struct cell cells[N][2];

static double *make_coef(int i)
{
    double *coef = malloc(sizeof *coef * (size_t)(i % 7 + 4));
    for (int k = 0; k < i % 7; k++)
        coef[k] = i + 0.25 * k;
    return coef;
}

static char *make_name(int i)
{
    char text[40];
    snprintf(text, sizeof text, "poly %d", i * i);
    return i % 9 ? strdup(text) : NULL;
}

static void print(const char *title, struct poly *poly)
{
    printf("%s %d %s", title, poly->n, poly->name ? poly->name : "-");
    for (int k = 0; k < poly->n; k++)
        printf(" %g", poly->coef[k]);
    if (poly->origin)
        printf(" of %td", poly->origin - all);
    printf("\n");
    if (poly->n < poly->capacity)
        poly->coef[poly->n++] = 1;
    poly->coef = realloc(poly->coef, sizeof(double) * (size_t)(poly->n + 5));
    free(poly->coef);
    free(poly->name);
}

/* Nobody looks at the name, which has no value. */
static struct poly make_bare(int i)
{
    struct poly made;
    made.n = i % 7;
    made.capacity = 0;
    made.coef = make_coef(i);
    made.origin = NULL;
    return made;
}

int main(void)
{
    int n = 0;
    for (int i = 0; i < N; i++)
        some[i] = (struct poly){.n = 1, .coef = make_coef(8), .name = strdup("before")};
#pragma ppar for
    for (int i = 0; i < N; i++) {
        all[i].n = i % 7;
        all[i].capacity = i % 7 + 4;
        all[i].coef = make_coef(i);
        all[i].name = make_name(i);
        all[i].origin = &all[i / 2];
        printf("%d;", i);
    }
    printf("\n");
#pragma ppar for
    for (int i = 0; i < N; i++) {
        if (i % 3 == 0)
            some[i].name = make_name(i);
        if (all[i].n > 4) {
            some[i].n = i % 7;
            some[i].coef = make_coef(i);
        }
    }
#pragma ppar for
    for (int i = 0; i < N; i++) {
        last.n = i % 7;
        last.coef = make_coef(i);
        if (i % 50 == 7)
            last.name = make_name(i);
    }
#pragma ppar for
    for (int i = 0; i < N; i++)
        for (int k = 0; k < i % 3; k++) {
            list[n].n = (i + k) % 7;
            list[n].capacity = 0;
            list[n].coef = make_coef(i + k);
            list[n].name = make_name(i);
            n++;
        }
#pragma ppar for
    for (int i = 0; i < N; i++) {
        cells[i][1].tag = 3;
        cells[i][1].poly[1].n = i % 7;
        cells[i][1].poly[1].coef = make_coef(i);
        cells[i][0].poly[0].name = make_name(i);
    }
#pragma ppar for
    for (int i = 0; i < N; i++)
        bare[i] = make_bare(i);
    for (int i = 0; i < N; i++) {
        bare[i].name = NULL;
        print("bare", &bare[i]);
    }
    for (int i = 0; i < N; i++)
        print("all", &all[i]);
    for (int i = 0; i < N; i++)
        print("some", &some[i]);
    print("last", &last);
    for (int i = 0; i < n; i++)
        print("list", &list[i]);
    for (int i = 0; i < N; i++) {
        print("cell", &cells[i][1].poly[1]);
        print("cell", &cells[i][0].poly[0]);
    }
    return 0;
}
