/*
 * Hulls: between which bytes all accesses of a loop lie. Each case is a loop over p, and the values
 * among which the least and the greatest offset are, as they are printed.
 */
#include "snippet_loop.h"

#include "analysis/hull.h"
#include "analysis/render.h"

struct hull_case {
    const char *loop, *lows, *highs; /* separated by " ; "; NULL: not known */
};

static const struct object *pointee_of(const struct trace *trace, const char *name)
{
    for (size_t k = 0; k < trace->objects.count; k++)
        if (trace->objects.items[k]->kind == OBJECT_POINTEE &&
            !strcmp(trace->objects.items[k]->name, name))
            return trace->objects.items[k];
    return NULL;
}

static const char *list(struct arena *arena, const struct poly *const *values, size_t count)
{
    const char *text = "";
    for (size_t k = 0; k < count; k++)
        text = arena_printf(arena, "%s%s%s", text, k ? " ; " : "", poly_name(arena, values[k]));
    return text;
}

static void check_case(const struct hull_case *c)
{
    struct arena *arena = arena_new();
    const char *text = arena_printf(arena,
                                    "void f(char *p, int n, int m, int s, unsigned char *b) {\n"
                                    "#pragma ppar for\n%s }",
                                    c->loop);
    struct snippet snippet = snippet_open(text);
    struct loop *loop = snippet_trace(&snippet);
    if (loop) {
        const struct object *p = pointee_of(loop->trace, "p");
        struct hull hull;
        CU_ASSERT_PTR_NOT_NULL_FATAL(p);
        bool found = hull_find(loop->trace, p, &hull);
        CU_ASSERT_EQUAL(found, c->lows != NULL);
        if (found && c->lows) {
            check_text(c->loop, list(arena, hull.lows.items, hull.lows.count), c->lows);
            check_text(c->loop, list(arena, hull.highs.items, hull.highs.count), c->highs);
        }
        trace_close(loop->trace);
    }
    snippet_close(&snippet);
    arena_free(arena);
}

#define UP "for (int i = 0; i < n; i++) "

static void test_hulls(void)
{
    static const struct hull_case cases[] = {
        {UP "p[i] = 1;", "0", "n"},
        {UP "p[3 * i + 2] = 1;", "2", "3 * n"},
        {UP "p[-i] = 1;", "-n + 1", "1"},
        {"for (int i = n; i > m; i--) p[i] = 1;", "m + 1", "n + 1"},
        {UP "{ p[i] = p[i + 5]; }", "0", "n + 5"},
        {UP "for (int k = 0; k < m; k++) p[i + k] = 1;", "0", "n + m - 1"},
        {UP "for (int k = 0; k <= i; k++) p[k] = 1;", "0", "n"},
        {UP "p[i * s] = 1;", "0 ; n * s - s", "1 ; n * s - s + 1"},
        {UP "p[i % 4] = 1;", "-3", "4"},
        {UP "p[b[i]] = 1;", "0", "256"},
        {UP "p[i < m ? 2 * i : 7] = 1;", "0", "2 * n - 1 ; 8"},
        {UP "p[i * i] = 1;", NULL, NULL},
        {"for (int i = 0; i < n; i += 2) for (int k = n; k > i; k -= 3) p[k] = 1;", "1", "n + 1"},
    };
    for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++)
        check_case(&cases[k]);
}

/* What could need more than 128 bits has no text. */
static void test_width(void)
{
    static struct type wide = {.kind = TYPE_INTEGER, .size = 8, .is_signed = true};
    static struct type narrow = {.kind = TYPE_INTEGER, .size = 4, .is_signed = true};
    struct arena *arena = arena_new();
    struct atom n = {.kind = ATOM_SYMBOL, .id = 1, .type = &narrow, .text = "n"};
    struct atom m = {.kind = ATOM_SYMBOL, .id = 2, .type = &wide, .text = "m"};
    const struct poly *product = poly_multiply(arena, poly_atom(arena, &n), poly_atom(arena, &m));
    CU_ASSERT_STRING_EQUAL(poly_wide_text(arena, product), "(ppar_wide)n * (ppar_wide)m");
    product = poly_multiply(arena, product, poly_atom(arena, &m));
    CU_ASSERT_PTR_NULL(poly_wide_text(arena, product));
    CU_ASSERT_STRING_EQUAL(poly_small_text(arena, product),
                           "(ppar_wide)n * ppar_small(m) * ppar_small(m)");
    product = poly_multiply(arena, product, poly_atom(arena, &m));
    CU_ASSERT_PTR_NULL(poly_small_text(arena, product));
    arena_free(arena);
}

int main(void)
{
    static const struct named_test tests[] = {{"hulls", test_hulls}, {"width", test_width}};
    return run_suite("hull", tests, sizeof tests / sizeof tests[0]);
}
