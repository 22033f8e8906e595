/*
 * Statements that fold a value into a variable, and near-misses. The expected text is
 *
 *     OPERATOR target [exact] [by function] [lazy] [or equal] [+N]
 *
 * or "no". "exact" is the promise that regrouping gives the same bits; N counts further operands.
 */
#include "analysis/assigned.h"
#include "analysis/update.h"
#include "snippet_loop.h"
#include "snippet_unit.h"

struct update_case {
    const char *statement, *expected;
};

static const char *target_name(struct arena *arena, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_VAR:
        return e->var->name;
    case EXPR_INDEX:
        return arena_printf(arena, "%s[]", target_name(arena, e->args[0]));
    case EXPR_MEMBER:
        return arena_printf(arena, "%s.%s", target_name(arena, e->args[0]), e->field->name);
    case EXPR_DEREF:
        return arena_printf(arena, "*%s", target_name(arena, e->args[0]));
    default:
        return "?";
    }
}

static const char *describe(struct arena *arena, const struct update *update)
{
    struct buf text = {0};
    buf_printf(&text, "%s %s", reduction_name(update->op), target_name(arena, update->target));
    buf_puts(&text, update->is_exact ? " exact" : "");
    buf_puts(&text, update->by_function ? " by function" : "");
    buf_puts(&text, update->is_lazy ? " lazy" : "");
    buf_puts(&text, update->takes_equal ? " or equal" : "");
    if (update->more_count)
        buf_printf(&text, " +%zu", update->more_count);
    const char *copy = arena_strdup(arena, buf_text(&text));
    buf_release(&text);
    return copy;
}

static bool match(const struct stmt *stmt, struct update *update)
{
    return stmt->kind == STMT_IF ? update_match_if(stmt, update)
                                 : stmt->kind == STMT_EXPR && update_match(stmt->expr, update);
}

static void check_case(const struct update_case *c)
{
    struct arena *arena = arena_new();
    const char *text = arena_printf(
        arena,
        "#include <math.h>\n#include <stdbool.h>\n"
        "struct s { int n; double d; unsigned f : 3; } s, *q; int call(int); int *other(void);\n"
        "void f(int i, int x, int y, int z, unsigned u, unsigned char b, char c, long l, float g,"
        " double d, double e, long double ld, _Bool t, int *a, double *h, int *p, _Complex double "
        "w)"
        "{ %s }",
        c->statement);
    struct unit *unit = snippet_unit(arena, text);
    if (unit) {
        struct update update;
        const struct stmt *stmt = snippet_function(unit, "f")->body->stmts.items[0];
        const char *found = match(stmt, &update) ? describe(arena, &update) : "no";
        check_text(c->statement, found, c->expected);
    }
    arena_free(arena);
}

static void check_cases(const struct update_case *cases, size_t count)
{
    for (size_t k = 0; k < count; k++)
        check_case(&cases[k]);
}

static void test_compound(void)
{
    static const struct update_case cases[] = {
        {"x += y;", "+ x exact"},
        {"x -= y;", "- x exact"},
        {"x *= y;", "* x exact"},
        {"x &= y;", "& x exact"},
        {"x |= y;", "| x exact"},
        {"x ^= y;", "^ x exact"},
        {"x /= y;", "no"},
        {"x %= y;", "no"},
        {"x <<= y;", "no"},
        {"x >>= y;", "no"},
        {"x++;", "+ x exact"},
        {"++x;", "+ x exact"},
        {"x--;", "- x exact"},
        {"--x;", "- x exact"},
        {"b += y;", "+ b exact"},
        {"c *= l;", "* c exact"},
        {"l += y;", "+ l exact"},
        {"u -= x;", "- u exact"},
        {"x += d;", "no"}, /* computed in double, cut back each time */
        {"x *= g;", "no"},
        {"d += e;", "+ d exact"},
        {"d -= e;", "- d exact"},
        {"d *= e;", "* d exact"},
        {"d /= e;", "no"},
        {"d += x;", "+ d exact"},
        {"d += g;", "+ d exact"},
        {"g += g;", "+ g exact"},
        {"g += x;", "+ g exact"},
        {"g += d;", "+ g"}, /* computed in double, rounded to float each time */
        {"g *= d;", "* g"},
        {"d += ld;", "+ d"},
        {"ld += d;", "+ ld exact"},
        {"d++;", "+ d exact"},
        {"w += d;", "no"},
        {"p += x;", "no"},
        {"p++;", "no"},
        {"t |= x > 0;", "| t exact"},
        {"t &= t;", "& t exact"},
        {"t += x;", "no"}, /* stays 1 */
        {"t ^= 1;", "no"},
        {"t++;", "no"},
        {"a[i] += y;", "+ a[] exact"},
        {"a[x + 1]++;", "+ a[] exact"},
        {"*p += y;", "+ *p exact"},
        {"s.n += y;", "+ s.n exact"},
        {"q->d *= e;", "* *q.d exact"},
        {"x = y;", "no"},
        {"call(x);", "no"},
        {"x + y;", "no"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_written_out(void)
{
    static const struct update_case cases[] = {
        {"x = x + y;", "+ x exact"},
        {"x = y + x;", "+ x exact"},
        {"x = x - y;", "- x exact"},
        {"x = y - x;", "no"},
        {"x = x * y;", "* x exact"},
        {"x = y * x;", "* x exact"},
        {"x = x & y;", "& x exact"},
        {"x = y | x;", "| x exact"},
        {"x = x ^ y;", "^ x exact"},
        {"x = x / y;", "no"},
        {"x = x % y;", "no"},
        {"x = x << y;", "no"},
        {"x = (x) + (y);", "+ x exact"},
        {"x = x;", "no"},
        {"x = -x;", "no"},
        {"x = y + z;", "no"},
        {"x = x + x;", "+ x exact"}, /* that x is read besides is for others to see */
        {"x = 2 * (x + y);", "no"},
        {"x = (x + y) * z;", "no"},
        {"x = x * y + z;", "no"},
        {"a[i] = a[i] + y;", "+ a[] exact"},
        {"a[i] = y + a[i];", "+ a[] exact"},
        {"a[i] = a[i + 1] + y;", "no"},
        {"a[i] = a[x] + y;", "no"},
        {"a[i + 1] = a[i - 1] + y;", "no"},
        {"a[i + 1] = a[i + 1] + y;", "+ a[] exact"},
        {"a[call(1)] = a[call(1)] + y;", "no"},
        {"a[i++] = a[i++] + y;", "no"},
        {"*p = *p + y;", "+ *p exact"},
        {"*p = *a + y;", "no"},
        {"*other() = *other() + y;", "no"},
        {"s.n = s.n + y;", "+ s.n exact"},
        {"s.n = q->n + y;", "no"},
        {"q->n = q->n + y;", "+ *q.n exact"},
        {"d = d + e;", "+ d exact"},
        {"d = e + d;", "+ d exact"},
        {"d = d - e;", "- d exact"},
        {"d = e - d;", "no"},
        {"d = d * e;", "* d exact"},
        {"d = d + e + e;", "no"}, /* (d + e) + e rounds twice */
        {"d = d + (e + e);", "+ d exact"},
        {"d = d + x;", "+ d exact"},
        {"g = g + d;", "+ g"},
        {"x = x + d;", "no"},
        {"h[i] = h[i] * 2;", "* h[] exact"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_sums(void)
{
    static const struct update_case cases[] = {
        {"x = x + y + z;", "+ x exact +1"},
        {"x = y + x + z;", "+ x exact +1"},
        {"x = y + z + x;", "+ x exact +1"},
        {"x = y + (z + x);", "+ x exact +1"},
        {"x = x + y - z;", "+ x exact +1"},
        {"x = x - y - z;", "+ x exact +1"},
        {"x = y - (z - x);", "+ x exact +1"},
        {"x = y - z - x;", "no"},
        {"x = y - (z + x);", "no"},
        {"x = y + z - x;", "no"},
        {"x = x + y + x;", "+ x exact"}, /* as x = (x + y) + x */
        {"x = x - x + y;", "no"},
        {"x = x + y + x + z;", "no"},
        {"x = x + y * z + call(y);", "+ x exact +1"},
        {"x = x + y + y + y + y + y + y + y + y + z;", "+ x exact +8"},
        {"x = x + y + y + y + y + y + y + y + y + y + z;", "no"}, /* too many to note */
        {"b = b + y + z;", "+ b exact +1"},
        {"l = l + x + y;", "+ l exact +1"},
        {"a[i] = y + a[i] + z;", "+ a[] exact +1"},
        {"a[i] = y + a[x] + z;", "no"},
        {"t = t + x + y;", "no"},
        {"x = (x + y) / 2 + z;", "no"},
    };
    check_cases(cases, COUNT(cases));
}

/* A conversion that changes the value is a part of what is computed: x = (char)(x + y) is no sum.
 */
static void test_conversions(void)
{
    static const struct update_case cases[] = {
        {"x = (char)(x + y);", "no"},
        {"x = (char)x + y;", "no"},
        {"x = (short)x + y;", "no"},
        {"x = (unsigned char)(x | y);", "no"},
        {"x = (_Bool)(x | y);", "no"},
        {"x = (_Bool)x + y;", "no"},
        {"x = (int)(float)(x + y);", "no"},
        {"x = (int)(float)x + y;", "no"},
        {"x = (char)(x + y) + z;", "no"},
        {"x = (char)x + y + z;", "no"},
        {"x = z + (y + (short)x);", "no"},
        {"l = (int)(l + x);", "no"},
        {"l = (int)l + x;", "no"},
        {"l = (unsigned)l + x;", "no"},
        {"x = (char)(y > x ? y : x);", "no"},
        {"x = y > x ? y : (char)x;", "no"},
        {"d = (int)(d + e);", "no"},
        {"d = (int)fmax(d, e);", "no"},
        /* these keep the value modulo the type's size */
        {"x = (int)(x + y);", "+ x exact"},
        {"x = (unsigned)(x + y);", "+ x exact"},
        {"x = (long)(x + y);", "+ x exact"},
        {"x = (long)x + y;", "+ x exact"},
        {"x = x + l;", "+ x exact"},
        {"x = (unsigned)x + u;", "+ x exact"},
        {"b = b + 1;", "+ b exact"},
        {"b = (unsigned char)(b + 1);", "+ b exact"},
        {"b = (short)(b * y);", "* b exact"},
        {"c = (unsigned char)(c ^ y);", "^ c exact"},
        {"d = (double)(d + e);", "+ d exact"},
        {"d = (double)d + e;", "+ d exact"},
    };
    check_cases(cases, COUNT(cases));
}

/* A conversion to fewer digits: whatever else is said, never "exact". */
static void test_rounding(void)
{
    static const char *const statements[] = {
        "d = (float)(d + e);",
        "d = (float)d + e;",
        "d = e + (float)d;",
        "d = (float)(d * e);",
        "d = (float)fmax(d, e);",
        "d = fmax((float)d, e);",
        "d = fmaxf(d, e);",
        "ld = (double)(ld + d);",
        "ld = fmax(ld, d);",
        "d = (float)(e > d ? e : d);",
        "if (e > d) d = (float)e;",
        "g += d;",
        "g = g * d;",
        "g = fmax(g, d);",
        "d = e > d ? (float)e : d;",
    };
    for (size_t k = 0; k < COUNT(statements); k++) {
        struct arena *arena = arena_new();
        const char *text =
            arena_printf(arena,
                         "#include <math.h>\n"
                         "void f(double d, double e, float g, long double ld) { %s }",
                         statements[k]);
        struct unit *unit = snippet_unit(arena, text);
        struct update update;
        if (unit) {
            bool is_exact = match(snippet_function(unit, "f")->body->stmts.items[0], &update) &&
                            update.is_exact;
            CU_ASSERT_FALSE(is_exact);
            if (is_exact)
                printf("\n%s is not exact\n", statements[k]);
        }
        arena_free(arena);
    }
}

static void test_logic(void)
{
    static const struct update_case cases[] = {
        {"x = x && y;", "&& x exact lazy"},
        {"x = x || y;", "|| x exact lazy"},
        {"t = t && y > z;", "&& t exact lazy"},
        {"t = t || y > z;", "|| t exact lazy"},
        {"d = d && x;", "no"},
        {"d = d || e;", "no"},
        {"x = y && x;", "no"},
        {"x = y || x;", "no"},
        {"x = x && y && z;", "no"},
        {"x = x && (y && z);", "&& x exact lazy"},
        {"x = !x;", "no"},
        {"x = !(x && y);", "no"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_choices(void)
{
    static const struct update_case cases[] = {
        {"if (y > x) x = y;", "max x exact"},
        {"if (y >= x) x = y;", "max x exact or equal"},
        {"if (y < x) x = y;", "min x exact"},
        {"if (y <= x) x = y;", "min x exact or equal"},
        {"if (x < y) x = y;", "max x exact"},
        {"if (x <= y) x = y;", "max x exact or equal"},
        {"if (x > y) x = y;", "min x exact"},
        {"if (x >= y) x = y;", "min x exact or equal"},
        {"if (y > x) { x = y; }", "max x exact"},
        {"if (y > x) {{ x = y; }}", "max x exact"},
        {"if (a[i] > a[x]) a[x] = a[i];", "max a[] exact"},
        {"if (e > d) d = e;", "max d exact"},
        {"if (g > d) d = g;", "max d exact"},
        {"if (a[i] + 1 > s.n) s.n = a[i] + 1;", "max s.n exact"},
        {"if (y != x) x = y;", "no"},
        {"if (y == x) x = y;", "no"},
        {"if (y > x) x = z;", "no"},
        {"if (y > z) x = y;", "no"},
        {"if (y > x) x += y;", "no"},
        {"if (y > x) x = y; else z = 1;", "no"},
        {"if (y > x) { x = y; z = 1; }", "no"},
        {"if (y > x && z) x = y;", "no"},
        {"if (!(y > x)) x = y;", "no"},
        {"if (y > x + 1) x = y;", "no"},
        {"if (y > x) ;", "no"},
        {"if (y > x) return;", "no"},
        {"if (call(y) > x) x = call(y);", "no"},
        {"if (l > x) x = l;", "no"}, /* does not fit */
        {"if (d > x) x = d;", "no"},
        {"if (u > x) x = u;", "no"},          /* compared without signs */
        {"if (y > u) u = y;", "max u exact"}, /* of (unsigned)y */
        {"if (d > g) g = d;", "no"},
        {"if ((char)y > x) x = y;", "no"},
        {"if (y > (char)x) x = y;", "no"},
        {"if (y > t) t = y;", "no"},
        {"if (p > a) p = a;", "no"},
        {"x = y > x ? y : x;", "max x exact"},
        {"x = y < x ? y : x;", "min x exact"},
        {"x = y >= x ? y : x;", "max x exact or equal"},
        {"x = x < y ? y : x;", "max x exact"},
        {"x = x > y ? x : y;", "max x exact or equal"},
        {"x = x >= y ? x : y;", "max x exact"},
        {"x = x < y ? x : y;", "min x exact or equal"},
        {"x = x > y ? y : x;", "min x exact"},
        {"d = e > d ? e : d;", "max d exact"},
        {"d = d < e ? e : d;", "max d exact"},
        {"d = d > e ? d : e;", "max d or equal"}, /* takes a NaN */
        {"d = e < d ? d : e;", "max d or equal"},
        {"x = y > x ? y : z;", "no"},
        {"x = y > z ? y : x;", "no"},
        {"x = y ? y : x;", "no"},
        {"x = (y > x) ? x : x;", "no"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_functions(void)
{
    static const struct update_case cases[] = {
        {"d = fmax(d, e);", "max d exact by function"},
        {"d = fmin(d, e);", "min d exact by function"},
        {"d = fmax(e, d);", "max d by function"}, /* which of two zeros or NaNs may differ */
        {"g = fmaxf(g, g + 1);", "max g exact by function"},
        {"ld = fminl(ld, d);", "min ld exact by function"},
        {"d = fmax(e, e);", "no"},
        {"d = fdim(d, e);", "no"},
        {"d = fmod(d, e);", "no"},
        {"d = fma(d, e, e);", "no"},
        {"x = fmax(x, y);", "no"},
        {"d = fmax(d, e) + 1;", "no"},
        {"d = -fmax(d, e);", "no"},
    };
    check_cases(cases, COUNT(cases));
}

static const struct named_test tests[] = {
    {"compound", test_compound},       {"written out", test_written_out}, {"sums", test_sums},
    {"conversions", test_conversions}, {"rounding", test_rounding},       {"logic", test_logic},
    {"choices", test_choices},         {"functions", test_functions},
};

int main(void)
{
    return run_suite("update", tests, COUNT(tests));
}
