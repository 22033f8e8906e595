/*
 * Layouts: in which numbering all accesses of an object can be told apart. The expected text lists
 * the symbolic strides from the largest down, with their symbols in the alphabet's order, and the
 * unit of the rest; "no" where there is none. The arrays hold doubles unless said otherwise.
 */
#include "snippet_loop.h"

#include <stdlib.h>

struct layout_case {
    const char *body, *object, *expected;
};

static int by_text(const void *a, const void *b)
{
    return strcmp((*(struct atom *const *)a)->text, (*(struct atom *const *)b)->text);
}

static const char *describe(struct arena *arena, const struct layout *layout)
{
    struct buf text = {0};
    for (unsigned k = 0; k < layout->count; k++) {
        struct stride stride = layout->strides[k];
        qsort(stride.symbols, stride.degree, sizeof stride.symbols[0], by_text);
        buf_printf(&text, "%lld", (long long)stride.coefficient);
        for (unsigned d = 0; d < stride.degree; d++)
            buf_printf(&text, "*%s", stride.symbols[d]->text);
        buf_puts(&text, ", ");
    }
    buf_printf(&text, "unit %lld", (long long)layout->unit);
    const char *copy = arena_strdup(arena, buf_text(&text));
    buf_release(&text);
    return copy;
}

static void check_case(const struct layout_case *c)
{
    struct arena *arena = arena_new();
    const char *text = arena_printf(
        arena,
        "#include <string.h>\nstruct s { int k; double d; int v[4]; }; struct s t[100];\n"
        "double g[40][50]; char bytes[1000]; int idx[100];\n"
        "void f(double *restrict a, int n, int h, int w, double (*restrict b)[w],\n"
        "       double (*restrict c)[h][w]) {\n#pragma ppar for\n"
        "for (int i = 0; i < n; i++) { %s } }",
        c->body);
    struct snippet s = snippet_open(text);
    struct loop *loop = snippet_trace(&s);
    if (loop) {
        struct layout layout;
        const struct object *object = NULL;
        for (size_t k = 0; k < loop->trace->accesses.count; k++)
            if (!strcmp(loop->trace->accesses.items[k].object->name, c->object))
                object = loop->trace->accesses.items[k].object;
        if (object && object->kind == OBJECT_VARIABLE && object->type->kind == TYPE_POINTER)
            for (size_t k = 0; k < loop->trace->objects.count; k++)
                if (loop->trace->objects.items[k]->pointer_var == object->var)
                    object = loop->trace->objects.items[k];
        CU_ASSERT_PTR_NOT_NULL_FATAL(object);
        bool found = find_element_layout(loop->trace, object, &layout, NULL);
        check_text(c->body, found ? describe(arena, &layout) : "no", c->expected);
        trace_close(loop->trace);
    }
    snippet_close(&s);
    arena_free(arena);
}

static void check_cases(const struct layout_case *cases, size_t count)
{
    for (size_t k = 0; k < count; k++)
        check_case(&cases[k]);
}

#define ROW "for (int x = 0; x < w; x++) "

static void test_constant(void)
{
    static const struct layout_case cases[] = {
        {"a[i] = 1;", "a", "unit 8"},
        {"a[2 * i] = 1;", "a", "unit 8"}, /* its length is 8 */
        {"a[2 * i] = a[2 * i + 1];", "a", "unit 8"},
        {"g[i][3] = 1;", "g", "unit 8"},
        {"t[i].d = 1;", "t", "unit 8"},
        {"t[i].d = t[i].k;", "t", "unit 4"},
        {"t[i] = t[i + 1];", "t", "unit 32"},
        {"t[i] = t[i + 1]; t[i].v[1] = 1;", "t", "unit 4"},
        {"bytes[i] = 1;", "bytes", "unit 1"},
        {"memset(bytes + 4 * i, 0, 4);", "bytes", "unit 4"},
        {"memset(bytes + 4 * i, 0, 3);", "bytes", "unit 1"},
        {"memset(bytes + 6 * i, 0, 4);", "bytes", "unit 2"},
        {"memset(bytes + 6 * i, 0, 4); memset(bytes + 3 * i, 0, 3);", "bytes", "unit 1"},
        {"a[n] = 1;", "a", "unit 8"},
        {"a[idx[i]] = 1;", "a", "unit 8"},
        {"a[i / 2] = 1;", "a", "unit 8"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_rows(void)
{
    static const struct layout_case cases[] = {
        {ROW "a[i * w + x] = 1;", "a", "8*w, unit 8"},
        {ROW "a[w * i + x] = 1;", "a", "8*w, unit 8"},
        {ROW "a[x + i * w] = a[(i + 1) * w + x];", "a", "8*w, unit 8"},
        {ROW "a[(i + 2) * w + x] = 1;", "a", "8*w, unit 8"},
        {ROW "a[(n - 1 - i) * w + x] = 1;", "a", "8*w, unit 8"}, /* counted down */
        {ROW "a[i * w + w - 1 - x] = 1;", "a",
         "8*w, unit 8"},              /* w goes to the row, and -1 - x is left */
        {"a[i * w] = 1;", "a", "no"}, /* w may be 0, or less */
        {"if (w > 0) a[i * w] = 1;", "a", "8*w, unit 8"},
        {"if (w > 3) a[i * w + 3] = 1;", "a", "8*w, unit 8"},
        {"if (w > 2) a[i * w + 3] = 1;", "a", "no"},
        {"a[i * w + h] = 1;", "a", "no"},
        {"if (h >= 0 && h < w) a[i * w + h] = 1;", "a", "8*w, unit 8"},
        {"for (int x = 0; x <= w; x++) a[i * w + x] = 1;", "a", "no"},
        {"for (int x = -1; x < w; x++) a[i * w + x] = 1;", "a", "no"},
        {"for (int x = 1; x < w - 1; x++) a[i * w + x] = a[i * w + x - 1] + a[i * w + x + 1];", "a",
         "8*w, unit 8"},
        {"for (int x = 1; x < w; x++) a[i * w + x] = a[i * w + x + 1];", "a", "no"},
        {"for (int x = 0; x < w - 1; x++) a[i * w + x] = a[i * w + x - 1];", "a", "no"},
        {"for (int x = 3; x < w; x++) a[i * w + x - 3] = 1;", "a", "8*w, unit 8"},
        {"for (int x = 0; x < w; x += 2) a[i * w + x] = 1;", "a", "8*w, unit 8"},
        {"for (int x = w - 1; x >= 0; x--) a[i * w + x] = 1;", "a", "8*w, unit 8"},
        {ROW "a[2 * i * w + x] = 1;", "a", "16*w, unit 8"},
        {ROW "a[2 * i * w + w + x] = 1;", "a", "16*w, unit 8"}, /* w + x < 2w */
        {ROW "{ a[2 * i * w + x] = 1; a[3 * i * w + x] = 1; }", "a", "8*w, unit 8"},
        {ROW "a[2 * (i * w + x)] = a[2 * (i * w + x) + 1];", "a", "16*w, unit 8"},
        {"for (int x = 0; x < 2 * w; x++) a[i * w + x] = 1;", "a", "no"},
        {"for (int x = 0; x < 2 * w; x++) a[2 * i * w + x] = 1;", "a", "16*w, unit 8"},
        {ROW "a[i * x] = 1;", "a", "no"},
        {ROW "a[i * w + x * x] = 1;", "a", "no"},
        {ROW "b[i][x] = 1;", "b", "8*w, unit 8"},
        {ROW "b[i + 1][x] = b[i][w - 1 - x];", "b", "8*w, unit 8"}, /* likewise */
        {ROW "b[i + 1][x] = b[i][x];", "b", "8*w, unit 8"},
        {"b[i][3] = 1;", "b", "no"},
        {"for (int x = 0; x < h; x++) b[i][x] = 1;", "b", "no"},
        {"memset(a + i * w, 0, 8); if (w > 0) a[i * w] = 1;", "a", "no"},
        {"if (w > 0) memset(a + i * w, 0, 8);", "a", "8*w, unit 8"},
        {"if (w > 0) memset(a + i * w, 0, 9);", "a", "no"},
    };
    check_cases(cases, COUNT(cases));
}

#define PLANE "for (int y = 0; y < h; y++) " ROW

static void test_planes(void)
{
    static const struct layout_case cases[] = {
        {PLANE "a[(i * h + y) * w + x] = 1;", "a", "8*h*w, 8*w, unit 8"},
        {PLANE "a[(3 * i * h + 2 * y) * w + x] = 1;", "a", "no"}, /* 16 does not divide 24 */
        {PLANE "a[(4 * i * h + 2 * y) * w + x] = 1;", "a", "32*h*w, 16*w, unit 8"},
        {PLANE "a[i * h * w + y * w + x] = 1;", "a", "8*h*w, 8*w, unit 8"},
        {PLANE "a[i * w * h + y * w + x] = a[(i + 1) * w * h + y * w + x];", "a",
         "8*h*w, 8*w, unit 8"},
        {PLANE "c[i][y][x] = 1;", "c", "8*h*w, 8*w, unit 8"},
        {"for (int y = 0; y <= h; y++) " ROW "a[(i * h + y) * w + x] = 1;", "a", "no"},
        {"for (int y = 1; y < h; y++) " ROW "a[(i * h + y - 1) * w + x] = 1;", "a",
         "8*h*w, 8*w, unit 8"},
        {"for (int y = 0; y < h; y++) for (int x = 0; x <= w; x++) a[(i * h + y) * w + x] = 1;",
         "a", "no"},
        {PLANE "a[(y * h + i) * w + x] = 1;", "a", "no"}, /* i may be more than h */
        {PLANE "if (i < h) a[(y * h + i) * w + x] = 1;", "a", "8*h*w, 8*w, unit 8"},
        {PLANE "a[i * h * w + x * h + y] = 1;", "a", "8*h*w, 8*h, unit 8"},
        {PLANE "{ a[y * w + x] = 1; a[x * h + y] = 1; }", "a", "no"}, /* neither divides */
        {PLANE "a[y * w + x] = 1;", "a", "8*w, unit 8"},
        {ROW "{ a[i * w + x] = 1; if (i < w) a[x * w + i] = 1; }", "a", "8*w, unit 8"},
        {ROW "{ a[i * w + x] = 1; a[x * w + i] = 1; }", "a", "no"},
        {PLANE "for (int z = 0; z < n; z++) a[((i * h + y) * w + x) * n + z] = 1;", "a",
         "8*h*n*w, 8*n*w, 8*n, unit 8"},
    };
    check_cases(cases, COUNT(cases));
}

/* Two instances with one number are one byte: so different rows must have different numbers. The
 * map of the layout is compared with the bytes for small sizes. */
static void test_numbers(void)
{
    static const char *const text =
        "void f(double *restrict a, int n, int w) {\n#pragma ppar for\n"
        "for (int i = 0; i < n; i++) for (int x = 0; x < w; x++) a[(i + 1) * w + x] = 1; }";
    struct snippet s = snippet_open(text);
    struct loop *loop = snippet_trace(&s);
    CU_ASSERT_PTR_NOT_NULL_FATAL(loop);
    struct trace *trace = loop->trace;
    struct access *write = &trace->accesses.items[trace->accesses.count - 1];
    struct layout layout;
    bool known = false;
    CU_ASSERT_TRUE(find_element_layout(trace, write->object, &layout, NULL));
    struct instance instance = instance_of(trace, write->context, write->offset, write->length);
    isl_map *map = elements_of(&instance, &layout, write->offset, write->length, &known);
    isl_map *expected = isl_map_read_from_str(trace->isl, "{ [i, x] -> [i + 1, x] }");
    CU_ASSERT_TRUE(known);
    CU_ASSERT_EQUAL(isl_map_is_equal(map, expected), isl_bool_true);
    isl_map_free(map);
    isl_map_free(expected);
    /* no offset: everywhere; no length: to the end of the row's numbers */
    map = elements_of(&instance, &layout, NULL, NULL, &known);
    CU_ASSERT_FALSE(known);
    CU_ASSERT_EQUAL(isl_map_plain_is_universe(map), isl_bool_true);
    isl_map_free(map);
    map = elements_of(&instance, &layout, write->offset, NULL, &known);
    expected = isl_map_read_from_str(trace->isl, "{ [i, x] -> [i + 1, y] : y >= x }");
    CU_ASSERT_TRUE(known);
    CU_ASSERT_EQUAL(isl_map_is_equal(map, expected), isl_bool_true);
    isl_map_free(map);
    isl_map_free(expected);
    trace_close(trace);
    snippet_close(&s);
}

static const struct named_test tests[] = {
    {"constant", test_constant},
    {"rows", test_rows},
    {"planes", test_planes},
    {"numbers", test_numbers},
};

int main(void)
{
    return run_suite("elements", tests, COUNT(tests));
}
