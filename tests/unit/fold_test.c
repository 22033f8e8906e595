/*
 * How reductions are folded: one line for each fold of the plan, "OPERATOR name [x count] MODE", or
 * the reason why the loop is rejected.
 */
#include "analysis/fold.h"
#include "snippet_loop.h"

struct fold_case {
    const char *clause, *body, *folds;
};

static void add_fold(struct buf *text, const struct fold *fold)
{
    static const char *const modes[] = {
        [FOLD_CHUNK] = "by chunk", [FOLD_REPLAY] = "replayed", [FOLD_REASSOCIATE] = "reassociated"};
    buf_printf(text, "%s %s", reduction_name(fold->op), fold->name);
    if (fold->count != 1)
        buf_printf(text, " x %lld", (long long)fold->count);
    buf_printf(text, " %s%s%s\n", modes[fold->mode], fold->by_function ? " by function" : "",
               fold->takes_equal ? " or equal" : "");
}

static void check_case(const struct fold_case *c)
{
    struct arena *arena = arena_new();
    const char *text =
        arena_printf(arena,
                     "#include <math.h>\n"
                     "struct s { int n; double d; } s; int a[100], b[100], x, y, hist[16]; double "
                     "d, e, h[100];\n"
                     "float g; unsigned char narrow; _Bool any; long double ld; int m[4][4];\n"
                     "void f(int n, int *restrict p) {\n#pragma ppar for %s\n"
                     "for (int i = 0; i < 100; i++) { %s } }",
                     c->clause, c->body);
    struct snippet s = snippet_open(text);
    struct loop *loop = s.loops.count ? s.loops.items[0] : NULL;
    CU_ASSERT_PTR_NOT_NULL(loop);
    if (loop) {
        struct buf folds = {0};
        analyse_loop(s.unit, loop);
        if (loop->verdict == VERDICT_REJECTED)
            buf_printf(&folds, "rejected: %s\n", diag_id_text(loop->reasons.items[0].id));
        for (size_t k = 0; loop->plan && k < loop->plan->folds.count; k++)
            add_fold(&folds, &loop->plan->folds.items[k]);
        check_text(c->body, buf_text(&folds), c->folds);
        buf_release(&folds);
    }
    snippet_close(&s);
    arena_free(arena);
}

static void check_cases(const struct fold_case *cases, size_t count)
{
    for (size_t k = 0; k < count; k++)
        check_case(&cases[k]);
}

static void test_integers(void)
{
    static const struct fold_case cases[] = {
        {"", "x += a[i];", "+ x by chunk\n"},
        {"", "x -= a[i];", "+ x by chunk\n"}, /* parts are added */
        {"", "x *= a[i];", "* x by chunk\n"},
        {"", "x &= a[i];", "& x by chunk\n"},
        {"", "x |= a[i];", "| x by chunk\n"},
        {"", "x ^= a[i];", "^ x by chunk\n"},
        {"", "narrow += a[i];", "+ narrow by chunk\n"},
        {"", "x += a[i]; x -= b[i];", "+ x by chunk\n"},
        {"", "x += a[i]; if (b[i]) x++;", "+ x by chunk\n"},
        {"", "for (int k = 0; k < 5; k++) x += a[k];", "+ x by chunk\n"},
        {"", "x += a[i]; y *= b[i];", "+ x by chunk\n* y by chunk\n"},
        {"", "if (a[i] > x) x = a[i];", "max x by chunk\n"},
        {"", "x = a[i] < x ? a[i] : x;", "min x by chunk\n"},
        {"", "if (a[i] >= x) x = a[i];", "max x by chunk or equal\n"},
        {"", "any = any || a[i];", "|| any by chunk\n"},
        {"", "any |= a[i] > 3;", "| any by chunk\n"},
        {"", "x = x && a[i];", "&& x by chunk\n"},
        {"", "if (b[i]) x = x && a[i];", "rejected: inexact-reduction\n"}, /* x may stay 2 */
        {"reduction(&& : x)", "if (b[i]) x = x && a[i];", "&& x by chunk\n"},
        {"", "if (b[i]) any = any && a[i];", "&& any by chunk\n"},
        {"", "s.n += a[i];", "+ s.n by chunk\n"},
        {"", "hist[3] += a[i];", "+ hist[3] by chunk\n"},
        {"", "*p += a[i];", "+ p[0] by chunk\n"},
        {"", "p[3] += a[i];", "+ p[3] by chunk\n"},
        {"", "x += a[i]; x *= 2;", "rejected: carried-scalar\n"},
        {"", "x += a[i]; b[i] = x;", "rejected: carried-scalar\n"},
        {"", "x += x;", "rejected: carried-scalar\n"},
        {"", "a[i] += b[i];", ""}, /* no reduction: each iteration has its own element */
    };
    check_cases(cases, COUNT(cases));
}

static void test_histograms(void)
{
    static const struct fold_case cases[] = {
        {"", "hist[a[i] & 15]++;", "+ hist x 16 by chunk\n"},
        {"", "hist[a[i] & 15] += b[i];", "+ hist x 16 by chunk\n"},
        {"", "hist[i % 16] |= b[i];", "| hist x 16 by chunk\n"},
        {"", "m[a[i] & 3][b[i] & 3]++;", "+ m x 16 by chunk\n"},
        {"", "if (a[i] > hist[b[i] & 15]) hist[b[i] & 15] = a[i];", "max hist x 16 by chunk\n"},
        {"", "hist[a[i] & 15]++; hist[b[i] & 15]--;", "+ hist x 16 by chunk\n"},
        {"", "hist[a[i] & 15] *= 2;",
         "rejected: carried-dependence\n"}, /* no identity kept for it */
        {"", "hist[a[i] & 15]++; x = hist[0];", "rejected: carried-dependence\n"},
        {"", "h[a[i] & 15] += 1.5;", "rejected: carried-dependence\n"},
        {"", "hist[i & 15]++; hist[i & 15] |= 1;", "rejected: carried-dependence\n"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_floating(void)
{
    static const struct fold_case cases[] = {
        {"", "d += h[i];", "+ d replayed\n"},
        {"", "d -= h[i];", "+ d replayed\n"},
        {"", "d = d * h[i];", "* d replayed\n"},
        {"", "if (a[i]) d += h[i];", "+ d replayed\n"},
        {"", "g += 1.5f;", "+ g replayed\n"},
        {"", "ld += h[i];", "+ ld replayed\n"},
        {"", "d += h[i]; d += 1;", "rejected: inexact-reduction\n"}, /* twice in an iteration */
        {"", "for (int k = 0; k < 5; k++) d += h[k];", "rejected: inexact-reduction\n"},
        {"", "g += h[i];", "rejected: inexact-reduction\n"},      /* computed in double */
        {"reduction(+ : d)", "d += h[i];", "+ d reassociated\n"}, /* asked for: it is faster */
        {"reduction(+ : d)", "d += h[i]; d += 1;", "+ d reassociated\n"},
        {"reduction(+ : d)", "for (int k = 0; k < 5; k++) d += h[k];", "+ d reassociated\n"},
        {"reduction(- : d)", "d += h[i]; d -= 1;", "+ d reassociated\n"},
        {"reduction(+ : g)", "g += h[i];", "+ g reassociated\n"},
        {"reduction(* : d)", "d += h[i];", "rejected: reduction-form\n"},
        {"reduction(max : d)", "d += h[i];", "rejected: reduction-form\n"},
        {"", "if (h[i] > d) d = h[i];", "max d by chunk\n"},
        {"", "for (int k = 0; k < 5; k++) if (h[k] > d) d = h[k];", "max d by chunk\n"},
        {"", "d = h[i] < d ? h[i] : d;", "min d by chunk\n"},
        {"", "if (h[i] >= d) d = h[i];", "max d by chunk or equal\n"},
        {"", "d = fmax(d, h[i]);", "max d replayed by function\n"},
        {"", "d = fmax(d, h[i]); d = fmax(d, 1);", "rejected: inexact-reduction\n"},
        {"reduction(max : d)", "d = fmax(d, h[i]); d = fmax(d, 1);",
         "max d reassociated by function\n"},
        {"", "d += h[i]; e *= h[i];", "+ d replayed\n* e replayed\n"},
        {"", "s.d += h[i];", "+ s.d replayed\n"},
    };
    check_cases(cases, COUNT(cases));
}

static const struct named_test tests[] = {
    {"integers", test_integers},
    {"histograms", test_histograms},
    {"floating", test_floating},
};

int main(void)
{
    return run_suite("fold", tests, COUNT(tests));
}
