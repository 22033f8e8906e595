/*
 * Places and values as C: what generated code says, and what messages say. Offsets come from a
 * walked loop, or are given in bytes.
 */
#include "analysis/render.h"
#include "snippet_loop.h"

#define FILE_TEXT                                                                                  \
    "struct in { short h; double d; }; struct s { int k; struct in in[3]; union { int u; float "   \
    "f; };"                                                                                        \
    " char c[4]; unsigned b : 3; };\n"                                                             \
    "struct s s, t[10]; int a[300], m[10][20], x; double d; static char *text; int *idx;\n"        \
    "static struct node { int n; struct node *next; } *head;\n"

/* ---- places ------------------------------------------------------------------------------- */

static struct type *type_named(const struct unit *unit, const char *spelling)
{
    for (size_t k = 0; k < unit->globals.count; k++) {
        struct type *type = unit->globals.items[k]->type;
        for (; type; type = type->target)
            if (!strcmp(type->spelling, spelling))
                return type;
    }
    return NULL;
}

/* struct s: k 0, in 8 (each 16: h 0, d 8), u and f 56, c 60, b in 64; 72 bytes */
static void test_constant_places(void)
{
    static const struct {
        const char *object;
        int64_t offset;
        const char *type; /* NULL: whatever lies there */
        const char *text, *name;
    } cases[] = {
        {"x", 0, NULL, "x", "x"},
        {"x", 0, "int", "x", "x"},
        {"x", 4, NULL, NULL, "x"},
        {"a", 0, NULL, "a[0]", "a[0]"},
        {"a", 8, NULL, "a[2]", "a[2]"},
        {"a", 8, "int", "a[2]", "a[2]"},
        {"a", -4, NULL, "a[-1]", "a[-1]"},
        {"a", 9, NULL, NULL, "a"},        /* in the middle of an element */
        {"a", 8, "double", NULL, "a[2]"}, /* no such element; for messages what is there */
        {"m", 0, NULL, "m[0][0]", "m[0][0]"},
        {"m", 84, NULL, "m[1][1]", "m[1][1]"},
        {"m", 76, NULL, "m[0][19]", "m[0][19]"},
        {"s", 0, NULL, "s.k", "s.k"},
        {"s", 8, NULL, "s.in[0].h", "s.in[0].h"},
        {"s", 16, NULL, "s.in[0].d", "s.in[0].d"},
        {"s", 32, "double", "s.in[1].d", "s.in[1].d"},
        {"s", 56, "int", "s.u", "s.u"},
        {"s", 56, NULL, "s.u", "s.u"},
        {"s", 61, NULL, "s.c[1]", "s.c[1]"},
        {"s", 4, NULL, NULL, "s"},  /* padding */
        {"s", 64, NULL, NULL, "s"}, /* a bit-field has no address */
        {"t", 72, NULL, "t[1].k", "t[1].k"},
        {"t", 3 * 72 + 48, NULL, "t[3].in[2].d", "t[3].in[2].d"},
    };
    struct snippet s =
        snippet_open(FILE_TEXT "void f(void) {\n#pragma ppar for\nfor (int i = 0; i < 9; i++) {"
                               " x; a[i]; m[i][0]; s.k; t[i].k; d; } }");
    struct loop *loop = snippet_trace(&s);
    for (size_t k = 0; loop && k < COUNT(cases); k++) {
        const struct object *object = find_object(loop->trace, cases[k].object);
        const struct type *type = NULL;
        CU_ASSERT_PTR_NOT_NULL_FATAL(object);
        if (cases[k].type)
            type = type_named(s.unit, cases[k].type);
        CU_ASSERT_TRUE(!cases[k].type || type);
        const struct poly *offset = poly_constant(s.arena, cases[k].offset);
        const char *text = location_text(s.arena, object, offset, type);
        const char *name = location_name(s.arena, object, offset, type);
        const char *what =
            arena_printf(s.arena, "%s + %lld as %s", cases[k].object, (long long)cases[k].offset,
                         cases[k].type ? cases[k].type : "it is");
        check_text(what, text ? text : "-", cases[k].text ? cases[k].text : "-");
        check_text(what, name, cases[k].name);
    }
    if (loop)
        trace_close(loop->trace);
    snippet_close(&s);
}

/* Each body ends in a write; what its place is called. */
static void test_written_places(void)
{
    static const struct {
        const char *body, *text, *name;
    } cases[] = {
        /* without a name: it is not looked at */
        {"a[i] = 1;", "a[ppar_i]", "a[i]"},
        {"a[2 * i + 1] = 1;", "a[2 * ppar_i + 1]", "a[2 * i + 1]"},
        {"a[9 - i] = 1;", "a[-ppar_i + 9]", "a[-i + 9]"},
        {"m[i][3] = 1;", "m[ppar_i][3]", "m[i][3]"},
        /* a varying offset inside of a row could be in any row */
        {"m[3][i + 1] = 1;", "-", "m"},
        {"for (int k = 0; k < 9; k++) m[i][k] = 1;", "-", "m"},
        {"for (int j = 0; j < 9; j++) for (int k = 0; k < 9; k++) a[j + 9 * k] = 1;",
         "a[ppar_k1 + 9 * ppar_k2]", "a[j + 9 * k]"},
        {"t[i - 1].in[0].d = 1;", "t[ppar_i - 1].in[0].d", "t[i - 1].in[0].d"},
        {"t[i].in[2].d = 1;", "t[ppar_i].in[2].d", "t[i].in[2].d"},
        {"s.in[i % 3].h = 1;", "s.in[((long long)((ppar_i) % 3))].h", NULL},
        {"a[n] = 1;", "a[(long long)n]", "a[n]"},
        {"a[n * i + n] = 1;", "a[ppar_i * (long long)n + (long long)n]", "a[i * n + n]"},
        {"a[-3 * n] = 1;", "a[-3 * (long long)n]", "a[-3 * n]"},
        {"a[idx[i]] = 1;", "a[(long long)idx[ppar_i]]", "a[idx[i]]"},
        {"a[idx[idx[i]]] = 1;", "a[(long long)idx[(long long)idx[ppar_i]]]", "a[idx[idx[i]]]"},
        {"a[(int)(i * 0.5)] = 1;", "-", "a[...]"},
        {"idx[i] = 1;", "idx[ppar_i]", "idx[i]"},
        {"*idx = 1;", "idx[0]", "idx[0]"},
        {"head->n = i;", "head->n", "head->n"},
        {"head[i].n = i;", "head[ppar_i].n", "head[i].n"},
        {"p[i].in[0].d = 1;", "p[ppar_i].in[0].d", "p[i].in[0].d"},
        {"p->in[0].d = 1;", "p->in[0].d", "p->in[0].d"},
        {"p[i].in[1].d = 1;", "p[ppar_i].in[1].d", "p[i].in[1].d"},
        {"text[i] = 1;", "text[ppar_i]", "text[i]"},
        {"s = t[i];", "s", "s"},
    };
    for (size_t k = 0; k < COUNT(cases); k++) {
        struct snippet s = {0};
        struct arena *arena = arena_new();
        s = snippet_open(arena_printf(arena,
                                      FILE_TEXT "void f(int n, struct s *restrict p) {\n"
                                                "#pragma ppar for\nfor (int i = 0; i < 9; i++) {"
                                                " %s } }",
                                      cases[k].body));
        struct loop *loop = snippet_trace(&s);
        if (loop) {
            const struct access *write =
                &loop->trace->accesses.items[loop->trace->accesses.count - 1];
            CU_ASSERT_TRUE(write->is_write);
            const char *text = location_text(arena, write->object, write->offset, write->type);
            check_text(cases[k].body, text ? text : "-", cases[k].text);
            const char *name = location_name(arena, write->object, write->offset, write->type);
            check_text(cases[k].body, name, cases[k].name ? cases[k].name : name);
            trace_close(loop->trace);
        }
        snippet_close(&s);
        arena_free(arena);
    }
}

/* ---- values ------------------------------------------------------------------------------- */

static void test_values(void)
{
    struct unit unit = {.arena = arena_new()};
    struct arena *arena = unit.arena;
    struct trace *trace = trace_new(&unit, arena);
    struct type number = {.kind = TYPE_INTEGER, .size = 4, .is_signed = true, .spelling = "int"};
    struct type byte = {.kind = TYPE_INTEGER, .size = 1, .spelling = "unsigned char"};
    struct type wide = {.kind = TYPE_INTEGER, .size = 8, .spelling = "unsigned long"};
    struct inner_loop inner = {.depth = 2};
    const struct poly *i = poly_atom(arena, trace_atom(trace, ATOM_COUNTER, &number, "i"));
    struct atom *k_atom = trace_atom(trace, ATOM_INNER, &number, "k");
    const struct poly *k = poly_atom(arena, k_atom);
    const struct poly *n = poly_atom(arena, trace_atom(trace, ATOM_SYMBOL, &number, "s.n"));
    const struct poly *none = poly_atom(arena, trace_atom(trace, ATOM_SYMBOL, &number, NULL));
    const struct poly *opaque = poly_atom(arena, trace_atom(trace, ATOM_OPAQUE, &number, NULL));
    k_atom->loop = &inner;
    inner.counter = k_atom;
#define SUM(a, b)   poly_add(arena, a, b)
#define TIMES(a, f) poly_scale(arena, a, f)
#define NUMBER(v)   poly_constant(arena, v)
    const struct poly *sum = SUM(TIMES(i, 2), NUMBER(-3));
    const struct {
        const struct poly *value;
        const char *text, *name;
    } cases[] = {
        {NUMBER(0), "0", "0"},
        {NUMBER(-7), "-7", "-7"},
        {NUMBER(INT64_MAX), "9223372036854775807", "9223372036854775807"},
        {NUMBER(INT64_MIN), NULL, NULL}, /* no such literal in C */
        {i, "ppar_i", "i"},
        {TIMES(i, -1), "-ppar_i", "-i"},
        {sum, "2 * ppar_i - 3", "2 * i - 3"},
        {k, "ppar_k2", "k"},
        {n, "(long long)s.n", "s.n"},
        {SUM(poly_multiply(arena, i, n), TIMES(k, -4)), "ppar_i * (long long)s.n - 4 * ppar_k2",
         "i * s.n - 4 * k"},
        {none, NULL, NULL},
        {SUM(i, none), NULL, NULL},
        {opaque, NULL, NULL},
        {NULL, NULL, NULL},
        {trace_derived(trace, DERIVED_QUOTIENT, sum, 4, &number),
         "((long long)((2 * ppar_i - 3) / 4))", NULL},
        {trace_derived(trace, DERIVED_REMAINDER, sum, 4, &number),
         "((long long)((2 * ppar_i - 3) % 4))", NULL},
        {trace_derived(trace, DERIVED_FLOOR_QUOTIENT, sum, 4, &number),
         "((long long)((2 * ppar_i - 3) >> 2))", NULL},
        {trace_derived(trace, DERIVED_FLOOR_MODULO, sum, 4, &number),
         "((long long)((2 * ppar_i - 3) & 3))", NULL},
        {trace_derived(trace, DERIVED_WRAP, sum, 0, &byte),
         "((long long)(unsigned char)(2 * ppar_i - 3))", NULL},
        {trace_derived(trace, DERIVED_QUOTIENT, n, 4, &wide),
         "((long long)(((unsigned long long)((long long)s.n)) / 4))", NULL},
        {trace_derived(trace, DERIVED_QUOTIENT, opaque, 4, &number), NULL, NULL},
    };
    for (size_t c = 0; c < COUNT(cases); c++) {
        const char *what = arena_printf(arena, "value %zu", c);
        const char *text = poly_text(arena, cases[c].value);
        const char *name = poly_name(arena, cases[c].value);
        check_text(what, text ? text : "-", cases[c].text ? cases[c].text : "-");
        if (cases[c].name || !cases[c].text)
            check_text(what, name ? name : "-", cases[c].name ? cases[c].name : "-");
    }
    trace_close(trace);
    arena_free(arena);
}

/* The text of a value, compiled here, is the value: the C of each derivation for many counters. */
static void test_values_run(void)
{
    for (long long ppar_i = -20; ppar_i < 300; ppar_i++) {
        CU_ASSERT_EQUAL(((long long)((2 * ppar_i - 3) >> 2)),
                        (2 * ppar_i - 3 - (((2 * ppar_i - 3) % 4 + 4) % 4)) / 4);
        CU_ASSERT_EQUAL(((long long)((2 * ppar_i - 3) & 3)), ((2 * ppar_i - 3) % 4 + 4) % 4);
        CU_ASSERT_EQUAL(((long long)(unsigned char)(2 * ppar_i - 3)),
                        ((2 * ppar_i - 3) % 256 + 256) % 256);
    }
}

/* ---- names -------------------------------------------------------------------------------- */

/* A global that something hides at the loop, or that is declared behind it, has no text there. */
static void test_hidden(void)
{
    static const struct {
        const char *text, *variable;
        bool is_visible;
    } cases[] = {
        {"int g; static void set(void) { g = 1; } void f(void) {\n#pragma ppar for\n"
         "for (int i = 0; i < 9; i++) set(); }",
         "g", true},
        {"int g; static void set(void) { g = 1; } void f(int g) {\n#pragma ppar for\n"
         "for (int i = 0; i < 9; i++) set(); }",
         "g", false},
        {"int g; static void set(void) { g = 1; } void f(void) { double g;\n#pragma ppar for\n"
         "for (int i = 0; i < 9; i++) set(); }",
         "g", false},
        {"int g; static void set(void) { g = 1; } void f(void) {\n#pragma ppar for\n"
         "for (int i = 0; i < 9; i++) { int g; set(); } }",
         "g", false},
        {"static void set(void); void f(void) {\n#pragma ppar for\n"
         "for (int i = 0; i < 9; i++) set(); } int g; static void set(void) { g = 1; }",
         "g", false},
        {"static void set(void) { static int g; g = 1; } void f(void) {\n#pragma ppar for\n"
         "for (int i = 0; i < 9; i++) set(); }",
         "g", false},
        {"void f(void) { static int g;\n#pragma ppar for\nfor (int i = 0; i < 9; i++) g = 1; }",
         "g", true},
    };
    for (size_t k = 0; k < COUNT(cases); k++) {
        struct snippet s = snippet_open(cases[k].text);
        struct loop *loop = snippet_trace(&s);
        if (loop) {
            const struct object *object = find_object(loop->trace, cases[k].variable);
            CU_ASSERT_PTR_NOT_NULL_FATAL(object);
            CU_ASSERT_EQUAL(object->text != NULL, cases[k].is_visible);
            if ((object->text != NULL) != cases[k].is_visible)
                printf("\n%s\n", cases[k].text);
            trace_close(loop->trace);
        }
        snippet_close(&s);
    }
}

static const struct named_test tests[] = {
    {"constant places", test_constant_places},
    {"written places", test_written_places},
    {"values", test_values},
    {"values run", test_values_run},
    {"hidden", test_hidden},
};

int main(void)
{
    return run_suite("render", tests, COUNT(tests));
}
