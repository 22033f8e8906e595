/*
 * Rows behind tables of pointers: which loads lead into rows, what is known of them before the
 * loop, how their bytes are numbered, and what else they may be.
 */
#include "snippet_loop.h"

#include "analysis/rows.h"

#define PRELUDE                                                                                    \
    "#include <stdlib.h>\n#include <string.h>\n"                                                   \
    "struct cell { int length; double *data; int *mark; }; struct matrix { int n; double **row; "  \
    "};"

static const struct object *rows_in(const struct trace *trace)
{
    const struct object *rows = NULL;
    for (size_t k = 0; k < trace->accesses.count; k++)
        if (trace->accesses.items[k].object->kind == OBJECT_ROWS)
            rows = trace->accesses.items[k].object;
    return rows;
}

static struct snippet open_body(struct arena *arena, const char *body)
{
    return snippet_open(arena_printf(
        arena,
        PRELUDE "double *v[50], *g[5][6]; int idx[90];\n"
                "void f(double **m, int n, int w, int k, struct cell *c, struct matrix *s,\n"
                "       double ***t, unsigned char *b, void *p) {\n"
                "#pragma ppar for\nfor (int i = 0; i < n; i++) { %s } }",
        body));
}

/* ---- which ------------------------------------------------------------------------------- */

struct which_case {
    const char *body;
    const char *name; /* of the table; NULL: there are no rows */
    int column, stride;
    bool is_known; /* which rows, and how far */
};

static void check_which(const struct which_case *c)
{
    struct arena *arena = arena_new();
    struct snippet s = open_body(arena, c->body);
    struct loop *loop = snippet_trace(&s);
    if (loop) {
        const struct object *rows = rows_in(loop->trace);
        check_text(c->body, rows ? rows->name : "none", c->name ? c->name : "none");
        if (rows && c->name) {
            bool is_known = rows_text(loop, rows) != NULL;
            CU_ASSERT_EQUAL(rows->column, c->column);
            CU_ASSERT_EQUAL(rows->stride, c->stride);
            CU_ASSERT_EQUAL(is_known, c->is_known);
            if (is_known != c->is_known)
                printf("\n%s\n", c->body);
        }
        trace_close(loop->trace);
    }
    snippet_close(&s);
    arena_free(arena);
}

static void test_which(void)
{
    static const struct which_case cases[] = {
        {"m[i][0] = 1;", "m", 0, 8, true},
        {"*m[i] = 1;", "m", 0, 8, true},
        {"m[k][i] = 1;", NULL, 0, 0, false}, /* one row */
        {"m[3 * i + k][2] = 1;", "m", 0, 8, true},
        {"m[n - 1 - i][2] = 1;", "m", 0, 8, true},
        {"for (int j = 0; j < w; j++) m[j][i] = 1;", "m", 0, 8, true},
        {"double *r = m[i]; for (int j = 0; j < w; j++) r[j] = 1;", "m", 0, 8, true},
        {"double *r = m[i] + w; while (r > m[i]) *--r = 1;", "m", 0, 8, false},
        {"v[i][0] = 1;", "v", 0, 8, true},
        {"g[i][k][0] = 1;", "g", 0, 8, true},
        {"s->row[i][0] = 1;", "s->row", 0, 8, true},
        {"s[i].row[k][0] = 1;", NULL, 0, 0, false}, /* the table lies in a row */
        {"c[i].data[0] = 1;", "c", 8, 24, true},
        {"c[i].mark[0] = 1;", "c", 16, 24, true},
        {"c[i].length = c[i].data[0];", "c", 8, 24, true},
        {"c[i].data = NULL; c[i].mark[0] = 1;", "c", 16, 24, true},
        {"c[i].data = NULL; c[i].data[0] = 1;", NULL, 0, 0, false},
        {"struct cell d = {0}; c[i] = d; c[i].data[0] = 1;", NULL, 0, 0, false},
        {"memset(c + i, 0, 8); c[i].data[0] = 1;", "c", 8, 24, true},
        {"memset(c + i, 0, 9); c[i].data[0] = 1;", NULL, 0, 0, false},
        {"m[i] = m[k]; m[i][0] = 1;", NULL, 0, 0, false},
        {"m[k] = 0; m[i][0] = 1;", NULL, 0, 0, false},
        {"t[i][0][0] = 1;", NULL, 0, 0, false},
        {"t[k][i][0] = 1;", "t[k]", 0, 8, true},
        {"((double **)p)[i][0] = 1;", "p", 0, 8, true},
        {"m[idx[i]][0] = 1;", "m", 0, 8, false},
        {"m[b[i]][0] = 1;", "m", 0, 8, true},
        {"m[i][idx[i]] = 1;", "m", 0, 8, false},
        {"m[i * i][0] = 1;", "m", 0, 8, false},
        {"for (int j = 0; j < idx[i]; j++) m[i][j] = 1;", "m", 0, 8, false},
        {"for (int j = 0; j < i; j++) m[i][j] = 1;", "m", 0, 8, true},
        {"m[i / 2][i % 2] = 1;", "m", 0, 8, false},
        {"double *r = k ? m[i] : m[i + 1]; r[0] = 1;", "m", 0, 8, false},
    };
    for (size_t k = 0; k < COUNT(cases); k++)
        check_which(&cases[k]);
}

/* ---- numbers ------------------------------------------------------------------------------ */

static const char *describe(struct arena *arena, const struct layout *layout)
{
    const char *text = "";
    for (unsigned k = 0; k < layout->count; k++) {
        text = arena_printf(arena, "%s%lld", text, (long long)layout->strides[k].coefficient);
        for (unsigned d = 0; d < layout->strides[k].degree; d++) {
            const struct atom *symbol = layout->strides[k].symbols[d];
            text = arena_printf(arena, "%s*%s", text, symbol->is_pitch ? "pitch" : symbol->text);
        }
        text = arena_printf(arena, "%s, ", text);
    }
    return arena_printf(arena, "%sunit %lld", text, (long long)layout->unit);
}

static void test_numbers(void)
{
    static const struct {
        const char *body, *expected;
    } cases[] = {
        {"m[i][0] = 1;", "1*pitch, unit 8"},
        {"m[2 * i][0] = m[2 * i + 1][3];", "1*pitch, unit 8"},
        {"for (int j = -5; j < w; j++) m[i][j] = 1;", "1*pitch, unit 8"},
        {"for (int j = 0; j < w; j++) m[i * w + j][3] = 1;", "1*w*pitch, 1*pitch, unit 8"},
        {"for (int j = 0; j <= w; j++) m[i * w + j][3] = 1;", "no"},
        {"for (int j = 0; j < 5; j++) for (int x = 0; x < w; x++) m[i][j * w + x] = 1;",
         "1*pitch, 8*w, unit 8"},
        {"for (int j = 0; j < 5; j++) for (int x = 0; x <= w; x++) m[i][j * w + x] = 1;", "no"},
        {"for (int j = 0; j < w; j++) for (int y = 0; y < 5; y++) for (int x = 0; x < w; x++)"
         " m[i * w + j][y * w + x] = 1;",
         "1*w*pitch, 1*pitch, 8*w, unit 8"},
        {"memset((char *)m[i] + 4, 0, 6);", "1*pitch, unit 2"},
    };
    for (size_t k = 0; k < COUNT(cases); k++) {
        struct arena *arena = arena_new();
        struct snippet s = open_body(arena, cases[k].body);
        struct loop *loop = snippet_trace(&s);
        const struct object *rows = loop ? rows_in(loop->trace) : NULL;
        CU_ASSERT_PTR_NOT_NULL(rows);
        if (rows) {
            struct layout layout;
            bool found = find_element_layout(loop->trace, rows, &layout, NULL);
            check_text(cases[k].body, found ? describe(arena, &layout) : "no", cases[k].expected);
        }
        if (loop)
            trace_close(loop->trace);
        snippet_close(&s);
        arena_free(arena);
    }
}

/* Offsets that say the row, and others. */
static void test_split(void)
{
    struct arena *arena = arena_new();
    struct atom pitch = {.kind = ATOM_SYMBOL, .id = 1, .is_pitch = true};
    struct atom counter = {.kind = ATOM_COUNTER, .id = 2};
    const struct poly *p = poly_atom(arena, &pitch), *i = poly_atom(arena, &counter);
    const struct poly *row = poly_multiply(arena, p, i);
    struct atom half = {.kind = ATOM_DERIVED, .id = 3, .divisor = 2, .operands = {row}};
    struct object rows = {.kind = OBJECT_ROWS, .pitch = &pitch, .stride = 8};
    const struct poly *eight = poly_constant(arena, 8);
    const struct {
        const struct poly *offset;
        bool is_told, is_split;
    } cases[] = {
        {row, true, true},
        {poly_add(arena, row, eight), true, true},
        {poly_add(arena, poly_scale(arena, row, 3), i), true, true},
        {eight, false, true}, /* byte 8 of row 0, or of any other */
        {i, false, true},
        {poly_atom(arena, &half), false, false},
        {poly_add(arena, row, poly_atom(arena, &half)), false, false},
    };
    for (size_t k = 0; k < COUNT(cases); k++) {
        struct pointer at = {.object = &rows, .offset = cases[k].offset};
        struct row_place place;
        CU_ASSERT_EQUAL(rows_are_told(&at), cases[k].is_told);
        CU_ASSERT_EQUAL(rows_split(arena, &rows, cases[k].offset, &place), cases[k].is_split);
        if (!cases[k].is_split)
            continue;
        const struct poly *whole = poly_add(arena, poly_multiply(arena, place.row, p), place.byte);
        CU_ASSERT_TRUE(poly_equal(whole, cases[k].offset));
        CU_ASSERT_FALSE(poly_mentions(place.row, &pitch) || poly_mentions(place.byte, &pitch));
    }
    arena_free(arena);
}

/* ---- what they may be --------------------------------------------------------------------- */

static const struct object *other_in(const struct trace *trace, const char *name)
{
    enum object_kind kind = *name == '*' ? OBJECT_POINTEE : OBJECT_VARIABLE;
    for (size_t k = 0; k < trace->objects.count; k++)
        if (trace->objects.items[k]->kind == kind &&
            !strcmp(trace->objects.items[k]->name, name + (*name == '*')))
            return trace->objects.items[k];
    return NULL;
}

static void test_overlaps(void)
{
    static const struct {
        const char *text, *other;
        bool overlap;
    } cases[] = {
        {"void f(double **m, double *p) {%s m[i][0] = p[i]; }", "*p", true},
        {"void f(double **m, int *p) {%s m[i][0] = p[i]; }", "*p", false},
        {"void f(double **m, double *restrict p) {%s m[i][0] = p[i]; }", "*p", true},
        {"void f(double **m) { double *p = malloc(72); m[0] = p;%s m[i][0] = p[i]; }", "*p", true},
        {"void f(double **m) {%s m[i][0] = 1; }", "*m", false},
        {"void f(char **m) {%s m[i][0] = 1; }", "*m", true},
        {"void f(double **m) {%s m[i][0] = 1; }", "m", false},
        {"static double x; void f(double **m) {%s m[i][0] = x; }", "x", false},
        {"double x; void f(double **m) {%s m[i][0] = x; }", "x", true},
        {"static double a[9]; void f(double **m) {%s m[i][0] = a[i]; }", "a", false},
        {"static double a[9]; void f(double **m) { m[0] = a;%s m[i][0] = a[i]; }", "a", true},
        {"static int n; int *g(void) { return &n; } void f(char **m) {%s m[i][0] = n; }", "n",
         true},
    };
    for (size_t k = 0; k < COUNT(cases); k++) {
        struct arena *arena = arena_new();
        const char *at = strstr(cases[k].text, "%s");
        struct snippet s = snippet_open(
            arena_printf(arena, PRELUDE "%.*s\n#pragma ppar for\nfor (int i = 0; i < 9; i++) %s",
                         (int)(at - cases[k].text), cases[k].text, at + 2));
        struct loop *loop = snippet_trace(&s);
        const struct object *rows = loop ? rows_in(loop->trace) : NULL;
        const struct object *other = rows ? other_in(loop->trace, cases[k].other) : NULL;
        CU_ASSERT_PTR_NOT_NULL(other);
        if (other) {
            bool there = objects_are_not_distinct(loop->trace, rows, other);
            CU_ASSERT_EQUAL(there, cases[k].overlap);
            CU_ASSERT_EQUAL(objects_are_not_distinct(loop->trace, other, rows), there);
            if (there != cases[k].overlap)
                printf("\n%s\n  rows and '%s'\n", cases[k].text, cases[k].other);
        }
        if (loop)
            trace_close(loop->trace);
        snippet_close(&s);
        arena_free(arena);
    }
}

int main(void)
{
    static const struct named_test tests[] = {
        {"which", test_which},
        {"numbers", test_numbers},
        {"split", test_split},
        {"overlaps", test_overlaps},
    };
    return run_suite("rows", tests, COUNT(tests));
}
