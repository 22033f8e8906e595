/*
 * What is sent of each write: one line for each put of the plan,
 *
 *     object: WHEN offset : length [for counter = start .. bound by step] [if ...] [maybe] [string]
 *
 * WHEN is "each" for every iteration, "chunk" or "chunk down" for one run of a whole chunk, "last"
 * for the last chunk. Offsets are C as generated.
 */
#include "analysis/render.h"
#include "snippet_loop.h"

struct section_case {
    const char *loop, *puts;
};

static void add_put(struct buf *text, struct arena *arena, const struct plan *plan,
                    const struct put *put)
{
    static const char *const relations[] = {[OP_LT] = "<",  [OP_LE] = "<=", [OP_GT] = ">",
                                            [OP_GE] = ">=", [OP_EQ] = "==", [OP_NE] = "!="};
    const char *when = put->when == PUT_EACH_ITERATION ? "each"
                       : put->when == PUT_LAST_CHUNK   ? "last"
                       : put->descends                 ? "chunk down"
                                                       : "chunk";
    buf_printf(text, "%s: %s %s : %s", plan->outputs.items[put->output].name, when,
               poly_text(arena, put->offset), poly_text(arena, put->length));
    for (size_t k = 0; k < put->loops.count; k++) {
        const struct put_loop *loop = &put->loops.items[k];
        buf_printf(text, " for %s = %s .. %s by %lld", loop->counter, poly_text(arena, loop->start),
                   poly_text(arena, loop->bound), (long long)loop->step);
    }
    for (size_t k = 0; k < put->conditions.count; k++) {
        const struct put_condition *condition = &put->conditions.items[k];
        buf_printf(text, " if %s %s %s", poly_text(arena, condition->left),
                   relations[condition->op], poly_text(arena, condition->right));
    }
    buf_printf(text, "%s%s\n", put->is_maybe ? " maybe" : "", put->is_string ? " string" : "");
}

static void check_case(const char *clause, const struct section_case *c)
{
    struct arena *arena = arena_new();
    const char *text = arena_printf(
        arena,
        "#include <stdio.h>\n#include <string.h>\n"
        "struct s { int k; double d; int v[4]; }; struct s t[100]; int a[300], b[100], x, y;\n"
        "int m[10][20], few[8]; char text[16], texts[100][16];\n"
        "void f(int n, int w, double *restrict img) {\n#pragma ppar for %s\n%s }",
        clause, c->loop);
    struct snippet s = snippet_open(text);
    struct loop *loop = s.loops.count ? s.loops.items[0] : NULL;
    CU_ASSERT_PTR_NOT_NULL(loop);
    if (loop) {
        struct buf puts = {0};
        analyse_loop(s.unit, loop);
        if (loop->verdict == VERDICT_REJECTED)
            buf_printf(&puts, "rejected: %s\n", diag_id_text(loop->reasons.items[0].id));
        for (size_t k = 0; loop->plan && k < loop->plan->puts.count; k++)
            add_put(&puts, arena, loop->plan, &loop->plan->puts.items[k]);
        for (size_t k = 0; loop->plan && k < loop->plan->recorded.count; k++)
            buf_printf(&puts, "recorded: %s\n", loop->plan->recorded.items[k].place);
        check_text(c->loop, buf_text(&puts), c->puts);
        buf_release(&puts);
    }
    snippet_close(&s);
    arena_free(arena);
}

static void check_cases(const struct section_case *cases, size_t count)
{
    for (size_t k = 0; k < count; k++)
        check_case("", &cases[k]);
}

/* Pairs, and triples, of counters. */
static void test_collapsed(void)
{
    static const struct section_case cases[] = {
        {"for (int i = 0; i < 10; i++) for (int j = 0; j < 20; j++) m[i][j] = 1;",
         "m: chunk 80 * ppar_i + 4 * ppar_i2 : 4\n"},
        {"for (int i = 9; i >= 0; i--) for (int j = 19; j >= 0; j--) m[i][j] = 1;",
         "m: chunk down 80 * ppar_i + 4 * ppar_i2 : 4\n"},
        {"for (int i = 9; i >= 0; i--) for (int j = 0; j < 20; j++) m[i][j] = 1;",
         "m: each 80 * ppar_i + 4 * ppar_i2 : 4\n"},
        {"for (int i = 0; i < 10; i++) for (int j = 1; j < 20; j++) m[i][j] = 1;",
         "m: each 80 * ppar_i + 4 * ppar_i2 : 4\n"},
        {"for (int j = 0; j < 20; j++) for (int i = 0; i < 10; i++) m[i][j] = 1;",
         "m: each 4 * ppar_i + 80 * ppar_i2 : 4\n"},
        {"for (int i = 0; i < 10; i += 2) for (int j = 0; j < 20; j++) m[i][j] = 1;",
         "m: each 80 * ppar_i + 4 * ppar_i2 : 4\n"},
        {"for (int i = 0; i < 10; i++) for (int j = 0; j < 20; j += 2) m[i][j] = m[i][j + 1] = 1;",
         "m: chunk 80 * ppar_i + 4 * ppar_i2 : 8\n"},
        {"for (int y = 0; y < n; y++) for (int z = 0; z < w; z++) img[y * w + z] = 1;",
         "img: chunk 8 * ppar_i * (long long)w + 8 * ppar_i2 : 8\n"},
        {"for (int y = 0; y < n; y++) for (int z = 0; z <= w; z++) img[y * w + z] = 1;",
         "img: each 8 * ppar_i * (long long)w + 8 * ppar_i2 : 8\n"},
        {"for (int i = 0; i < 10; i++) for (int j = 0; j < 20; j++) x = i;", "x: last 0 : 4\n"},
        {"for (int i = 0; i < 10; i++) for (int j = 0; j < 20; j++) a[i] = j;",
         "a: each 4 * ppar_i : 4\n"},
        {"for (int i = 0; i < 10; i++) for (int j = 0; j < 20; j++) a[j] = i;",
         "a: each 4 * ppar_i2 : 4\n"},
        {"for (int i = 0; i < 10; i++) for (int j = 0; j < 20; j++) if (i < j) m[i][j] = 1;",
         "m: each 80 * ppar_i + 4 * ppar_i2 : 4 if ppar_i < ppar_i2\n"},
        {"for (int i = 0; i < 5; i++) for (int j = 0; j < 2; j++) "
         "for (int k = 0; k < 10; k++) m[2 * i + j][k] = 1;",
         "m: each 160 * ppar_i + 80 * ppar_i2 : 40\n"},
        {"for (int i = 0; i < 5; i++) for (int j = 0; j < 2; j++) "
         "for (int k = 0; k < 20; k++) m[2 * i + j][k] = 1;",
         "m: chunk 160 * ppar_i + 80 * ppar_i2 : 80\n"},
    };
    for (size_t k = 0; k < COUNT(cases); k++)
        check_case("collapse(2)", &cases[k]);
}

#define UP "for (int i = 0; i < 100; i++) "

static void test_runs(void)
{
    static const struct section_case cases[] = {
        {UP "a[i] = 1;", "a: chunk 4 * ppar_i : 4\n"},
        {UP "a[i + 5] = 1;", "a: chunk 4 * ppar_i + 20 : 4\n"},
        {UP "a[99 - i] = 1;", "a: chunk down -4 * ppar_i + 396 : 4\n"},
        {UP "a[2 * i] = 1;", "a: each 8 * ppar_i : 4\n"},
        {UP "{ a[2 * i] = 1; a[2 * i + 1] = 2; }", "a: chunk 8 * ppar_i : 8\n"},
        {UP "{ a[2 * i + 1] = 1; a[2 * i] = 2; }", "a: chunk 8 * ppar_i : 8\n"},
        {UP "{ a[3 * i] = 1; a[3 * i + 2] = 2; }",
         "a: each 12 * ppar_i : 4\na: each 12 * ppar_i + 8 : 4\n"},
        {UP "{ a[i] = 1; a[i] = 2; }", "a: chunk 4 * ppar_i : 4\n"},
        {UP "{ a[i] = 1; b[i] = 2; }", "a: chunk 4 * ppar_i : 4\nb: chunk 4 * ppar_i : 4\n"},
        {"for (int i = 99; i >= 0; i--) a[i] = 1;", "a: chunk down 4 * ppar_i : 4\n"},
        {"for (int i = 99; i >= 0; i--) a[99 - i] = 1;", "a: chunk -4 * ppar_i + 396 : 4\n"},
        {"for (int i = 0; i < 99; i += 3) a[i] = 1;", "a: each 4 * ppar_i : 4\n"},
        {"for (int i = 0; i < 99; i += 3) { a[i] = 1; a[i + 1] = 1; a[i + 2] = 1; }",
         "a: chunk 4 * ppar_i : 12\n"},
        {"for (int i = 0; i < 99; i += n) a[i] = 1;", "a: each 4 * ppar_i * (long long)n : 4\n"},
        {UP "a[i / 2 * 2 + i % 2] = 1;", /* the same as a[i], but who can tell */
         "a: each 8 * ((long long)((ppar_i) / 2)) + 4 * ((long long)((ppar_i) % 2)) : 4\n"},
        {UP "t[i].d = 1;", "t: each 32 * ppar_i + 8 : 8\n"},
        {UP "t[i] = t[99 - i], t[i].k = 1;", "rejected: carried-dependence\n"},
        {UP "{ t[i].v[0] = 1; t[i].v[1] = 2; }", "t: each 32 * ppar_i + 16 : 8\n"},
        {UP "{ t[i].k = 1; t[i].v[1] = 2; }",
         "t: each 32 * ppar_i : 4\nt: each 32 * ppar_i + 20 : 4\n"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_loops(void)
{
    static const struct section_case cases[] = {
        {"for (int i = 0; i < 10; i++) for (int k = 0; k < 20; k++) m[i][k] = 1;",
         "m: chunk 80 * ppar_i : 80\n"},
        {"for (int i = 0; i < 10; i++) for (int k = 19; k >= 0; k--) m[i][k] = 1;",
         "m: chunk 80 * ppar_i : 80\n"},
        {"for (int i = 0; i < 10; i++) for (int k = 0; k < 20; k++) m[i][19 - k] = 1;",
         "m: chunk 80 * ppar_i : 80\n"},
        {"for (int i = 0; i < 10; i++) for (int k = 0; k < 10; k++) m[i][k] = 1;",
         "m: each 80 * ppar_i : 40\n"},
        {"for (int i = 0; i < 10; i++) for (int k = 3; k < 10; k++) m[i][k] = 1;",
         "m: each 80 * ppar_i + 12 : 28\n"},
        {"for (int i = 0; i < 10; i++) for (int k = 0; k < 20; k += 2) m[i][k] = 1;",
         "m: each 80 * ppar_i + 4 * ppar_k1 : 4 for ppar_k1 = 0 .. 20 by 2\n"},
        {"for (int i = 0; i < 10; i++) for (int k = 0; k < 10; k++) m[i][2 * k] = 1;",
         "m: each 80 * ppar_i + 8 * ppar_k1 : 4 for ppar_k1 = 0 .. 10 by 1\n"},
        {"for (int i = 0; i < 10; i++) for (int k = 0; k < 10; k++) m[k][i] = 1;",
         "m: each 4 * ppar_i + 80 * ppar_k1 : 4 for ppar_k1 = 0 .. 10 by 1\n"},
        {"for (int i = 0; i < 10; i++) for (int k = 0; k < i; k++) m[i][k] = 1;",
         "m: each 80 * ppar_i : 4 * ppar_i\n"}, /* i is not negative */
        {"for (int i = 0; i < 10; i++) for (int k = i; k < 20; k++) m[i][k] = 1;",
         "m: each 84 * ppar_i : -4 * ppar_i + 80\n"},
        {UP "for (int k = 0; k < 8; k++) few[k] = i;", "few: last 0 : 32\n"},
        {UP "for (int k = 2; k < 8; k++) few[k] = i;", "few: last 8 : 24\n"},
        {UP "for (int j = 0; j < 4; j++) for (int k = 0; k < 40; k += 4) a[j + k] = i;",
         "a: last 4 * ppar_k1 + 4 * ppar_k2 : 4 for ppar_k1 = 0 .. 4 by 1"
         " for ppar_k2 = 0 .. 40 by 4\n"},
        {UP "for (int j = 0; j < 5; j++) for (int k = 0; k < 8; k++) few[k] = j;",
         "few: last 0 : 32\n"},
        {"for (int i = 0; i < n; i++) for (int x = 0; x < w; x++) img[i * w + x] = 1;",
         "img: chunk 8 * ppar_i * (long long)w : 8 * (long long)w if 0 < (long long)w\n"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_conditions(void)
{
    static const struct section_case cases[] = {
        {UP "if (i > 5) a[i] = 1;", "a: each 4 * ppar_i : 4 if ppar_i > 5\n"},
        {UP "if (i > 5 && i != 9) a[i] = 1;",
         "a: each 4 * ppar_i : 4 if ppar_i != 9 if ppar_i > 5\n"},
        {UP "if (n) a[i] = 1;", "a: chunk 4 * ppar_i : 4 if (long long)n != 0\n"},
        {UP "if (b[i]) a[i] = 1;", "a: chunk 4 * ppar_i : 4 maybe\n"}, /* it is nobody else's */
        {UP "if (b[i]) few[0] = 1;", "recorded: few[0]\n"},
        {UP "if (i == 7) few[0] = 1;", "few: each 0 : 4 if ppar_i == 7\n"},
        {UP "if (n) few[0] = i;", "few: last 0 : 4 if (long long)n != 0\n"},
        {UP "for (int k = 0; k < 8; k++) if (k != i) few[k] = i;",
         "few: each 4 * ppar_k1 : 4 for ppar_k1 = 0 .. 8 by 1 if ppar_k1 != ppar_i\n"},
        {UP "for (int k = 0; k < 8; k++) { if (b[k]) break; few[k] = i; }", "recorded: few[k]\n"},
        {UP "for (int k = 0; k < 8; k++) { few[k] = i; if (b[k]) break; }", "recorded: few[k]\n"},
        {UP "sscanf(\"1\", \"%d\", &a[i]);", "a: chunk 4 * ppar_i : 4 maybe\n"},
        {UP "a[b[i]] = 1;", "a: each 4 * (long long)b[ppar_i] : 4\n"},
        {UP "if (i > n) a[b[i]] = 1;", "recorded: a[b[i]]\n"}, /* b[i] is not always there */
        {UP "{ a[b[i]] = 1; b[i] = 2; }", "b: chunk 4 * ppar_i : 4\nrecorded: a[b[i]]\n"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_whole(void)
{
    static const struct section_case cases[] = {
        {UP "x = i;", "x: last 0 : 4\n"},
        {UP "{ x = i; y = x + 1; }", "x: last 0 : 4\ny: last 0 : 4\n"},
        {UP "if (b[i]) x = 1; else x = 2;", "x: last 0 : 4\n"},
        {UP "if (b[i]) x = 1;", "recorded: x\n"},
        {UP "sprintf(text, \"%d\", i);", "text: last 0 : 16 string\n"},
        {UP "sprintf(texts[i], \"%d\", i);", "texts: chunk 16 * ppar_i : 16 maybe\n"},
        {UP "memset(text, 0, 16);", "text: last 0 : 16\n"},
        {UP "memset(&a[2 * i], 0, 8);", "a: chunk 8 * ppar_i : 8\n"},
    };
    check_cases(cases, COUNT(cases));
}

static const struct named_test tests[] = {
    {"runs", test_runs},   {"loops", test_loops},         {"conditions", test_conditions},
    {"whole", test_whole}, {"collapsed", test_collapsed},
};

int main(void)
{
    return run_suite("section", tests, COUNT(tests));
}
