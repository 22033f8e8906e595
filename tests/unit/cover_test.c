/*
 * Which reads see a value from before the iteration. In each snippet, exposed says whether the
 * object of that name may be read before the iteration has written what is read.
 */
#include "snippet_loop.h"

#define PRELUDE                                                                                    \
    "#include <stdio.h>\n#include <string.h>\n"                                                    \
    "struct s { int k, l[4]; }; static struct s s, z; static int t[64], m[8][8], u, c, n, x;\n"    \
    "static char text[16], other[16]; int a[100], b[100];\n"                                       \
    "static void fill(int *q, int k) { for (int j = 0; j < k; j++) q[j] = j; }\n"                  \
    "static int sum(const int *q, int k) { int r = 0; for (int j = 0; j < k; j++) r += q[j];"      \
    " return r; }\n"                                                                               \
    "static void set(int *q, int v) { if (v < 0) return; *q = v; }\n"

struct cover_case {
    const char *body, *object;
    bool exposed;
};

static void check_case(const struct cover_case *c)
{
    struct arena *arena = arena_new();
    const char *text = arena_printf(arena,
                                    PRELUDE "void f(int from) {\n#pragma ppar for\n"
                                            "for (int i = 0; i < 100; i++) { %s } }",
                                    c->body);
    struct snippet s = snippet_open(text);
    struct loop *loop = snippet_trace(&s);
    if (loop) {
        struct dependences *dependences = depend(loop);
        const struct object *object = find_object(loop->trace, c->object);
        const struct use *use = object ? find_use(dependences, object) : NULL;
        CU_ASSERT_PTR_NOT_NULL(use);
        bool fine = use && use->is_exposed == c->exposed;
        CU_ASSERT_TRUE(fine);
        if (!fine)
            printf("\n%s\n  '%s' should be %s\n", c->body, c->object,
                   c->exposed ? "exposed" : "covered");
        dependences_release(dependences);
        trace_close(loop->trace);
    }
    snippet_close(&s);
    arena_free(arena);
}

static void check_cases(const struct cover_case *cases, size_t count)
{
    for (size_t k = 0; k < count; k++)
        check_case(&cases[k]);
}

#define FOR8(k) "for (int " #k " = 0; " #k " < 8; " #k "++) "

static void test_straight(void)
{
    static const struct cover_case cases[] = {
        {"u = i; a[i] = u;", "u", false},
        {"a[i] = u; u = i;", "u", true},
        {"t[0] = i; a[i] = t[0];", "t", false},
        {"a[i] = t[0]; t[0] = i;", "t", true},
        {"t[0] = i; a[i] = t[1];", "t", true},
        {"t[i % 8] = i; a[i] = t[i % 8];", "t", false},
        {"t[i % 8] = i; a[i] = t[i & 7];", "t", false}, /* i is not negative */
        {"t[i % 8] = i; a[i] = t[(i + 1) % 8];", "t", true},
        {"t[i / 2] = i; a[i] = t[i >> 1];", "t", false},
        {"t[n] = i; a[i] = t[n];", "t", false},
        {"t[n] = i; a[i] = t[n + 1];", "t", true},
        {"t[b[i] & 7] = i; a[i] = t[b[i] & 7];", "t", false}, /* nobody writes b */
        {"t[b[i] & 7] = i; b[n] = 0; a[i] = t[b[i] & 7];", "t", true},
        {"t[b[i] & 7] = i; a[i] = t[b[i + 1] & 7];", "t", true},
        {"int j = b[i]; t[j] = i; a[i] = t[j];", "t", false},
        {"s.k = i; a[i] = s.k;", "s", false},
        {"s.k = i; a[i] = s.l[0];", "s", true},
        {"s.k = i; z = s; a[i] = z.k;", "s", true},
        {"s.k = i; FILLS z = s; a[i] = z.k;", "s", false},
        {"struct s l = {i}; s = l; a[i] = s.l[3];", "s", false},
        {"t[0] = 1; t[0] += i; a[i] = t[0];", "t", false},
        {"t[0] += i; a[i] = t[0];", "t", true},
    };
    for (size_t k = 0; k < COUNT(cases); k++) {
        struct arena *arena = arena_new();
        struct cover_case c = cases[k];
        char *fills = strstr(c.body, "FILLS");
        if (fills)
            c.body = arena_printf(arena, "%.*s for (int j = 0; j < 4; j++) s.l[j] = i; %s",
                                  (int)(fills - c.body), c.body, fills + 5);
        check_case(&c);
        arena_free(arena);
    }
}

static void test_loops(void)
{
    static const struct cover_case cases[] = {
        {FOR8(k) "t[k] = i; " FOR8(k) "a[i] += t[k];", "t", false},
        {"for (int k = 0; k < 7; k++) t[k] = i; " FOR8(k) "a[i] += t[k];", "t", true},
        {"for (int k = 1; k < 8; k++) t[k] = i; " FOR8(k) "a[i] += t[k];", "t", true},
        {FOR8(k) "t[k] = i; for (int k = 0; k < 9; k++) a[i] += t[k];", "t", true},
        {FOR8(k) "t[k] = i; a[i] = t[7];", "t", false},
        {FOR8(k) "t[k] = i; a[i] = t[8];", "t", true},
        {FOR8(k) "t[7 - k] = i; " FOR8(k) "a[i] += t[k];", "t", false},
        {"for (int k = 7; k >= 0; k--) t[k] = i; " FOR8(k) "a[i] += t[k];", "t", false},
        {"for (int k = 7; k > 0; k--) t[k] = i; " FOR8(k) "a[i] += t[k];", "t", true},
        {"for (int k = 0; k < 8; k += 2) t[k] = i; " FOR8(k) "a[i] += t[k];", "t", true},
        {"for (int k = 0; k < 8; k += 2) t[k] = i; for (int k = 0; k < 8; k += 4) a[i] += t[k];",
         "t", false},
        {"for (int k = 0; k < 8; k += 2) t[k] = i; for (int k = 1; k < 8; k += 2) t[k] = 2; " FOR8(
             k) "a[i] += t[k];",
         "t", false},
        {"for (int k = 0; k < 8; k += 3) t[k] = i; for (int k = 6; k >= 0; k -= 3) a[i] += t[k];",
         "t", false},
        {"for (int k = 0; k < n; k++) t[k] = i; for (int k = 0; k < n; k++) a[i] += t[k];", "t",
         false},
        {"for (int k = 0; k < n; k++) t[k] = i; for (int k = 0; k <= n; k++) a[i] += t[k];", "t",
         true},
        {"for (int k = 0; k < i; k++) t[k] = i; for (int k = 0; k < i; k++) a[i] += t[k];", "t",
         false},
        {"for (int k = 0; k < i; k++) t[k] = i; for (int k = 0; k <= i; k++) a[i] += t[k];", "t",
         true},
        {"for (int k = 0; k <= i; k++) t[k] = i; a[i] = t[i];", "t", false},
        {"for (int k = 0; k < i; k++) t[k] = i; a[i] = t[0];", "t", true}, /* i == 0 */
        {FOR8(k) "t[k] = i; a[i] = t[n];", "t", true},
        {FOR8(k) "t[k] = i; if (n >= 0 && n < 8) a[i] = t[n];", "t", false},
        {FOR8(k) "t[k] = i; a[i] = t[b[i] & 7];", "t", false},
        {FOR8(k) "t[k] = i; a[i] = t[b[i] & 15];", "t", true},
        {FOR8(k) "u = k; a[i] = u;", "u", false},
        {"for (int k = 0; k < n; k++) u = k; a[i] = u;", "u", true},
        {FOR8(j) FOR8(k) "m[j][k] = i; " FOR8(j) FOR8(k) "a[i] += m[k][j];", "m", false},
        {FOR8(j) "for (int k = 0; k <= j; k++) m[j][k] = i; " FOR8(j) FOR8(k) "a[i] += m[j][k];",
         "m", true},
        {FOR8(j) "for (int k = 0; k <= j; k++) m[j][k] = i; " FOR8(
             j) "for (int k = j; k < 8; k++) a[i] += m[k][j];",
         "m", false},
    };
    check_cases(cases, COUNT(cases));
}

/* A write in an earlier iteration of a loop around both. */
static void test_recurrences(void)
{
    static const struct cover_case cases[] = {
        {"t[0] = i; for (int k = 1; k < 8; k++) t[k] = t[k - 1] + 1;", "t", false},
        {"for (int k = 1; k < 8; k++) t[k] = t[k - 1] + 1;", "t", true},
        {"t[0] = i; for (int k = 2; k < 8; k++) t[k] = t[k - 1] + 1;", "t", true},
        {"t[0] = t[1] = i; for (int k = 2; k < 8; k++) t[k] = t[k - 1] + t[k - 2];", "t", false},
        {"t[0] = i; for (int k = 1; k < 8; k++) t[k] = t[k + 1];", "t", true},
        {"t[7] = i; for (int k = 6; k >= 0; k--) t[k] = t[k + 1];", "t", false},
        {"t[7] = i; for (int k = 0; k < 7; k++) t[k] = t[k + 1];", "t", true},
        {"t[0] = i; for (int k = 2; k < 16; k += 2) t[k] = t[k - 2];", "t", false},
        {"t[0] = i; for (int k = 2; k < 16; k += 2) t[k] = t[k - 1];", "t", true},
        {FOR8(k) "{ if (k > 0) a[i] += t[k - 1]; t[k] = i; }", "t", false},
        /* a value of its own in each iteration: what an earlier one wrote is elsewhere, or not */
        {FOR8(k) "{ int j = b[k]; if (k > 0) a[i] += t[j]; t[j] = i; }", "t", true},
        {FOR8(k) "{ int j = b[k]; if (k > 0 && j) a[i] += t[0]; if (j) t[0] = i; }", "t", true},
        {"int j = b[i]; " FOR8(k) "{ if (k > 0) a[i] += t[j]; t[j] = i; }", "t", false},
        {FOR8(j) FOR8(k) "{ if (k > 0) a[i] += t[b[j]]; t[b[j]] = i; }", "t", false},
        {FOR8(j) FOR8(k) "{ if (k > 0) a[i] += t[b[j + k]]; t[b[j + k]] = i; }", "t", true},
        {FOR8(k) "{ a[i] += t[k]; t[k] = i; }", "t", true},
        {FOR8(k) "{ t[k] = i; a[i] += t[k]; }", "t", false},
        {FOR8(j) "{ " FOR8(k) "t[k] = j; " FOR8(k) "a[i] += t[k]; }", "t", false},
        {FOR8(j) "{ " FOR8(k) "a[i] += t[k]; " FOR8(k) "t[k] = j; }", "t", true},
        {FOR8(k) "t[k] = i; for (int j = 0; j < 3; j++) for (int k = 1; k < 8; k++) "
                 "t[k] = t[k - 1] + t[k];",
         "t", false},
        {"m[0][0] = i; for (int j = 1; j < 8; j++) { m[j][0] = m[j - 1][0]; "
         "for (int k = 1; k < 8; k++) m[j][k] = m[j][k - 1]; }",
         "m", false},
        {"m[0][0] = i; for (int j = 0; j < 8; j++) for (int k = 1; k < 8; k++) "
         "m[j][k] = m[j][k - 1];",
         "m", true},
    };
    check_cases(cases, COUNT(cases));
}

static void test_conditions(void)
{
    static const struct cover_case cases[] = {
        {"if (i > 5) t[0] = i; a[i] = t[0];", "t", true},
        {"if (i > 5) t[0] = i; if (i > 5) a[i] = t[0];", "t", false},
        {"if (i > 5) t[0] = i; if (i > 4) a[i] = t[0];", "t", true},
        {"if (i > 5) t[0] = i; if (i > 6) a[i] = t[0];", "t", false},
        {"if (i > 5) t[0] = i; else t[0] = 1; a[i] = t[0];", "t", false},
        {"if (i > 5) t[0] = i; else t[1] = 1; a[i] = t[0];", "t", true},
        {"if (i % 2) t[0] = 1; if (i % 2 == 0) t[0] = 2; a[i] = t[0];", "t", false},
        {"if (i % 2) t[0] = 1; if (i % 4 == 0) t[0] = 2; a[i] = t[0];", "t", true},
        {"if (n) t[0] = i; if (n) a[i] = t[0];", "t", false},
        {"if (n) t[0] = i; if (!n) a[i] = t[0];", "t", true},
        {"if (b[i]) t[0] = i; if (b[i]) a[i] = t[0];", "t", false}, /* nobody writes b */
        {"if (b[i]) t[0] = i; b[i] = 1; if (b[i]) a[i] = t[0];", "t", true},
        {"if (b[i]) t[0] = i; if (b[i + 1]) a[i] = t[0];", "t", true},
        {"int j = b[i]; if (j) t[0] = i; if (j) a[i] = t[0];", "t", false},
        {"int j = b[i]; if (j > 0) t[0] = i; if (j > 1) a[i] = t[0];", "t", false},
        {"int j = b[i]; if (j > 1) t[0] = i; if (j > 0) a[i] = t[0];", "t", true},
        {"if (b[i]) u = 1; else u = 2; a[i] = u;", "u", false},
        {"if (b[i]) u = 1; a[i] = u;", "u", true},
        {"if (b[i]) continue; t[0] = i; a[i] = t[0];", "t", false},
        {"if (b[i]) { t[0] = i; } else continue; a[i] = t[0];", "t", false},
        {FOR8(k) "if (k != 3) t[k] = i; " FOR8(k) "if (k != 3) a[i] += t[k];", "t", false},
        {FOR8(k) "if (k != 3) t[k] = i; " FOR8(k) "a[i] += t[k];", "t", true},
        {FOR8(k) "if (b[k]) t[k] = i; " FOR8(k) "a[i] += t[k];", "t", true},
        {FOR8(k) "{ if (b[k]) break; t[k] = i; } a[i] = t[0];", "t", true},
        {FOR8(k) "{ t[k] = i; if (b[k]) break; } a[i] = t[7];", "t", true},
        {FOR8(k) "{ if (k == 2) continue; t[k] = i; } a[i] = t[2];", "t", true},
        {"switch (i % 2) { case 0: t[0] = 1; break; default: t[0] = 2; } a[i] = t[0];", "t", true},
        {"int k = 0; while (k < 8) { t[k] = i; k++; } a[i] = t[0];", "t", true},
        {"do t[0] = i; while (b[i] > x); a[i] = t[0];", "t", true},
        {"for (int k = from; k < 10u; k++) t[k] = i; for (int k = from; k < 10; k++) a[i] += t[k];",
         "t", true}, /* not executed for a negative start */
        {"for (unsigned char k = 0; k < 8; k++) t[k] = i; a[i] = t[7];", "t", false},
    };
    check_cases(cases, COUNT(cases));
}

static void test_calls(void)
{
    static const struct cover_case cases[] = {
        {"fill(t, 8); a[i] = sum(t, 8);", "t", false},
        {"fill(t, 8); a[i] = sum(t, 9);", "t", true},
        {"fill(t + 1, 8); a[i] = sum(t, 8);", "t", true},
        {"fill(t, n); a[i] = sum(t, n);", "t", false},
        {"fill(t, 4); fill(t + 4, 4); a[i] = sum(t, 8);", "t", false},
        {"set(&t[0], 1); a[i] = t[0];", "t", false},
        {"set(&t[0], b[i]); a[i] = t[0];", "t", true},
        {"memset(t, 0, sizeof t); a[i] = sum(t, 64);", "t", false},
        {"memset(t, 0, 8 * sizeof t[0]); a[i] = t[7];", "t", false},
        {"memset(t, 0, 8 * sizeof t[0]); a[i] = t[8];", "t", true},
        {"memset(t, 0, 31); a[i] = t[7];", "t", true}, /* three of its four bytes */
        {"memcpy(t, b, sizeof t); a[i] = t[63];", "t", false},
        {"sscanf(\"1\", \"%d\", &t[0]); a[i] = t[0];", "t", true}, /* it may write */
        {"t[0] = 0; sscanf(\"1\", \"%d\", &t[0]); a[i] = t[0];", "t", false},
        {"memset(t, 0, n); memset(a, 0, 0); x = t[0];", "t", true},
        {"sprintf(text, \"%d\", i); a[i] = strlen(text);", "text", false},
        {"a[i] = strlen(text); sprintf(text, \"%d\", i);", "text", true},
        {"sprintf(text, \"%d\", i); a[i] = text[0];", "text", false},
        {"sprintf(text, \"%d\", i); a[i] = text[1];", "text", true}, /* it may have ended */
        {"sprintf(text, \"%d\", i); memcpy(other, text, 16); a[i] = other[0];", "text", true},
        {"if (n) sprintf(text, \"%d\", i); a[i] = strlen(text);", "text", true},
        {"strcat(text, \"x\");", "text", true},
        {"strcpy(text, \"x\"); strcat(text, \"x\"); a[i] = strlen(text);", "text", false},
        {"snprintf(text, 0, \"%d\", i); a[i] = strlen(text);", "text", true},
        {"snprintf(text, 9, \"%d\", i); a[i] = strlen(text);", "text", false},
    };
    check_cases(cases, COUNT(cases));
}

/* Jumps make the order unknown: then nothing is covered. */
static void test_unordered(void)
{
    static const struct cover_case cases[] = {
        {"if (i == 3) goto skip; t[0] = i; skip: a[i] = t[0];", "t", true},
        {"goto later; again: a[i] = t[0]; goto end; later: t[0] = i; goto again; end:;", "t", true},
        /* jumps that skip the rest of a block keep the order */
        {"t[0] = i; if (b[i]) goto end; a[i] = t[0]; end:;", "t", false},
        {"{ if (b[i]) goto end; t[0] = i; } a[i] = 1; end: a[i] = t[0];", "t", true},
        {"if (b[i]) goto end; end: t[0] = i; a[i] = t[0];", "t", false},
        {"if (b[i]) goto end; if (b[i] == 3) continue; end: t[0] = i; a[i] = t[0];", "t", false},
        {"if (b[i]) { if (b[i] == 2) goto end; t[0] = i; } else t[0] = 1; end: a[i] = t[0];", "t",
         true},
        {"for (int k = 0; k < 3; k++) if (b[i] == k) goto end; t[0] = i; end: a[i] = t[0];", "t",
         true},
    };
    check_cases(cases, COUNT(cases));
}

static const struct named_test tests[] = {
    {"straight", test_straight},     {"loops", test_loops}, {"recurrences", test_recurrences},
    {"conditions", test_conditions}, {"calls", test_calls}, {"unordered", test_unordered},
};

int main(void)
{
    return run_suite("cover", tests, COUNT(tests));
}
