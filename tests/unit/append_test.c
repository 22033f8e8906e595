/*
 * What is found to be appended: a line for each array, "array by counter, STRIDE: part + LENGTH
 * ...", with how far the counter goes in an iteration at most; or why it is none.
 */
#include "analysis/append.h"
#include "analysis/render.h"
#include "snippet_loop.h"

struct append_case {
    const char *body, *appends;
};

static void add_array(struct buf *text, struct arena *arena, const struct appends *appends,
                      const struct append_array *array)
{
    const struct append_counter *counter = &appends->counters.items[array->counter];
    buf_printf(text, "%s by %s, %lld:", array->object->name, counter->text,
               (long long)array->stride);
    for (size_t k = 0; k < array->parts.count; k++)
        buf_printf(text, " %s + %lld", poly_text(arena, array->parts.items[k].offset),
                   (long long)array->parts.items[k].length);
    if (counter->most)
        buf_printf(text, ", at most %lld", (long long)counter->most);
    buf_puts(text, "\n");
}

static void check_case(const struct append_case *c)
{
    struct arena *arena = arena_new();
    const char *text = arena_printf(
        arena,
        "int x[100], out[400], also[400], n, m; unsigned char narrow, small[100];\n"
        "struct item { int a; double b; char c[3]; } list[400];\n"
        "struct { int count; double *data; } s;\n"
        "double points[400][3];\n"
        "void f(int w, int *restrict p, struct item *restrict item) {\n#pragma ppar for\n"
        "for (int i = 0; i < 100; i++) { %s } }",
        c->body);
    struct snippet s = snippet_open(text);
    struct loop *loop = s.loops.count ? s.loops.items[0] : NULL;
    CU_ASSERT_PTR_NOT_NULL(loop);
    if (loop) {
        struct buf found = {0};
        analyse_loop(s.unit, loop);
        const struct appends *appends = loop->appends;
        for (size_t k = 0; k < appends->arrays.count; k++)
            add_array(&found, arena, appends, &appends->arrays.items[k]);
        for (size_t k = 0; k < appends->problems.count; k++)
            buf_printf(&found, "%u: %s\n", appends->problems.items[k].place.column,
                       appends->problems.items[k].message);
        check_text(c->body, buf_text(&found), c->appends);
        buf_release(&found);
    }
    snippet_close(&s);
    arena_free(arena);
}

static void check_cases(const struct append_case *cases, size_t count)
{
    for (size_t k = 0; k < count; k++)
        check_case(&cases[k]);
}

static void test_found(void)
{
    static const struct append_case cases[] = {
        {"out[i] = n;", ""},
        {"n++;", ""},
        {"out[n++] = i;", "out by n, 4: 0 + 4, at most 1\n"},
        {"out[++n] = i;", "out by n, 4: 4 + 4, at most 1\n"},
        {"out[n] = i; n += 1;", "out by n, 4: 0 + 4, at most 1\n"},
        {"out[n] = i; n = 1 + n;", "out by n, 4: 0 + 4, at most 1\n"},
        {"out[(long)n++] = i;", "out by n, 4: 0 + 4, at most 1\n"},
        {"if (x[i]) { out[n++] = i; out[n++] = -i; }", "out by n, 4: 0 + 4, at most 2\n"},
        {"out[n] = i; also[n++] = i;",
         "out by n, 4: 0 + 4, at most 1\nalso by n, 4: 0 + 4, at most 1\n"},
        {"out[n++] = i; also[m++] = i;",
         "out by n, 4: 0 + 4, at most 1\nalso by m, 4: 0 + 4, at most 1\n"},
        {"for (int k = 1; k < 12; k += 3) out[n++] = k;", "out by n, 4: 0 + 4, at most 4\n"},
        {"for (int k = 0; k < w; k++) out[n++] = k;", "out by n, 4: 0 + 4\n"},
        {"int k = 0; while (x[k]) out[n++] = k++;", "out by n, 4: 0 + 4\n"},
        {"list[n].b = i; list[n].a = 3; n++;", "list by n, 24: 8 + 8 0 + 4, at most 1\n"},
        {"list[n].c[1] = 'a'; list[n].a = 3; n++;", "list by n, 24: 17 + 1 0 + 4, at most 1\n"},
        {"list[n] = list[0];", ""},
        {"struct item v = {i}; list[n] = v; if (i > 3) list[n].a = 2; n++;",
         "list by n, 24: 0 + 24, at most 1\n"},
        {"s.data[s.count++] = i;", "s.data by s.count, 8: 0 + 8, at most 1\n"},
        {"points[n][2] = i; points[n++][0] = 2;", "points by n, 24: 16 + 8 0 + 8, at most 1\n"},
        {"out[narrow++] = i;", "out by narrow, 4: 0 + 4, at most 1\n"},
        {"for (int k = 0; k < w; k++) small[narrow++] = k;", "small by narrow, 1: 0 + 1\n"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_cursors(void)
{
    static const struct append_case cases[] = {
        {"*p++ = i;", "p by p, 4: 0 + 4, at most 1\n"},
        {"*p = i; p++; *++p = 3;", "33: more than the element with the number 'p' is written\n"},
        {"*++p = 3;", "p by p, 4: 4 + 4, at most 1\n"},
        {"*p = i; ++p; if (i) *p++ = 2;", "p by p, 4: 0 + 4, at most 2\n"},
        {"item->a = i; (*item).c[2] = 3; item += 1;",
         "item by item, 24: 0 + 4 18 + 1, at most 1\n"},
        {"*(out + n++) = i;", "out by n, 4: 0 + 4, at most 1\n"},
        {"*p++ = *p;", "40: it is read here, though 'p' only says where to write\n"},
        {"*(char *)p = i; p++;", ""},
    };
    check_cases(cases, COUNT(cases));
}

static void test_refused(void)
{
    static const struct append_case cases[] = {
        {"out[n++] = i; x[i] = n;", "54: 'n' is used here for something else\n"},
        {"out[n++] = out[i];", "44: it is read here, though 'n' only says where to write\n"},
        {"out[n] = i; if (i > 3) n++;", "33: 'n' does not surely advance behind this write\n"},
        {"if (i > 3) out[n] = i; n++;",
         "56: 'n' advances here, and what it passes is not surely written whole before\n"},
        {"out[n++] = i; out[3] = 2;", "47: it is written here, too, and not at 'n'\n"},
        {"out[n] = i; out[n + 1] = 2; n++;", "45: it is written here, too, and not at 'n'\n"},
        {"for (int k = 0; k < w; k++) out[narrow++] = k;",
         "61: how far 'narrow' goes is not known, and in its type it may wrap round; count in int, "
         "long or size_t\n"},
        {"list[n].a = 1; n++; list[n].b = 2; n++;",
         "48: 'n' advances here, and what it passes is not surely written whole before\n"},
    };
    check_cases(cases, COUNT(cases));
}

static const struct named_test tests[] = {
    {"found", test_found},
    {"cursors", test_cursors},
    {"refused", test_refused},
};

int main(void)
{
    return run_suite("append", tests, COUNT(tests));
}
