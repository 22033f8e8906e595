/*
 * Headers of for statements: what is canonical, and how it is understood. Each header stands in a
 * function with the variables below; the expected text says
 *
 *     counter RELATION bound, STEP [in TYPE]
 *
 * with the step as +1, -2, +d (an unknown amount), +-d (its negation), and the type in which C
 * compares when it is not int; or it is a part of the message that refuses the header.
 */
#include "analysis/assigned.h"
#include "analysis/shape.h"
#include "snippet_loop.h"
#include "snippet_unit.h"

struct shape_case {
    const char *header, *expected;
};

static void find_for(struct stmt *stmt, void *data)
{
    struct stmt **found = data;
    if (stmt->kind == STMT_FOR && !*found)
        *found = stmt;
}

static const char *describe(struct arena *arena, const struct loop_shape *shape)
{
    static const char *const relations[] = {
        [OP_LT] = "<", [OP_LE] = "<=", [OP_GT] = ">", [OP_GE] = ">=", [OP_NE] = "!="};
    const char *sign = shape->counts_down ? "-" : "+";
    const char *step = shape->step ? (shape->step_is_negated ? "-d" : "d")
                                   : arena_printf(arena, "%lld", (long long)shape->step_value);
    const char *type = shape->compare_type->spelling;
    return arena_printf(arena, "%s%s %s, %s%s%s%s", shape->declares_counter ? "own " : "",
                        shape->counter->name, relations[shape->relation], sign, step,
                        strcmp(type, "int") ? " in " : "", strcmp(type, "int") ? type : "");
}

static void check_case(const struct shape_case *c)
{
    struct arena *arena = arena_new();
    const char *text = arena_printf(
        arena,
        "enum color { RED, GREEN = 300 }; struct s { int n; int a[4]; };\n"
        "int call(void);\n"
        "void f(int n, unsigned u, long l, unsigned long z, double r, struct s *s, int d)\n"
        "{ int i, j, *p = &n; char c; signed char sc; short h; unsigned char b; unsigned v; long w;"
        "  unsigned long y; _Bool t; double x; volatile int vi; _Atomic int ai; __int128 huge;"
        "  enum color e; enum { K = 3 };\n"
        "  for %s ;\n"
        "  (void)i, (void)j, (void)p, (void)sc, (void)t, (void)e, (void)huge; }",
        c->header);
    struct unit *unit = snippet_unit(arena, text);
    if (unit) {
        struct stmt *stmt = NULL;
        struct loop_shape shape;
        struct shape_problem problem = {.message = NULL};
        visit_stmts(snippet_function(unit, "f")->body, find_for, &stmt);
        CU_ASSERT_PTR_NOT_NULL_FATAL(stmt);
        bool is_canonical = shape_find(stmt, &shape, &problem);
        const char *found = is_canonical ? describe(arena, &shape) : problem.message;
        bool fine = is_canonical ? !strcmp(found, c->expected) : strstr(found, c->expected) != NULL;
        CU_ASSERT_TRUE(fine);
        if (!fine)
            printf("\nfor %s\n  expected '%s'\n  found    '%s'\n", c->header, c->expected, found);
        CU_ASSERT_TRUE(is_canonical || problem.place.line == 5);
    }
    arena_free(arena);
}

static void check_cases(const struct shape_case *cases, size_t count)
{
    for (size_t k = 0; k < count; k++)
        check_case(&cases[k]);
}

static void test_forms(void)
{
    static const struct shape_case cases[] = {
        {"(int k = 0; k < n; k++)", "own k <, +1"},
        {"(i = 0; i < n; i++)", "i <, +1"},
        {"(i = 0; i < n; ++i)", "i <, +1"},
        {"(i = 0; i < n; i += 1)", "i <, +1"},
        {"(i = 0; i < n; i = i + 1)", "i <, +1"},
        {"(i = 0; i < n; i = 1 + i)", "i <, +1"},
        {"(i = 0; i < n; (void)i++)", "i <, +1"},
        {"((i = 0); (i < n); (i++))", "i <, +1"},
        {"(i = 0; i <= n; i++)", "i <=, +1"},
        {"(i = 0; i != n; i++)", "i !=, +1"},
        {"(i = n; i > 0; i--)", "i >, -1"},
        {"(i = n; i >= 0; --i)", "i >=, -1"},
        {"(i = n; i >= 0; i -= 1)", "i >=, -1"},
        {"(i = n; i >= 0; i = i - 1)", "i >=, -1"},
        {"(i = n; i != 0; i--)", "i !=, -1"},
        {"(int k = n; k > 0; k--)", "own k >, -1"},
        /* the bound on the left */
        {"(i = 0; n > i; i++)", "i <, +1"},
        {"(i = 0; n >= i; i++)", "i <=, +1"},
        {"(i = n; 0 < i; i--)", "i >, -1"},
        {"(i = n; 0 <= i; i--)", "i >=, -1"},
        {"(i = 0; n != i; i++)", "i !=, +1"},
        /* starts and bounds may be any expression */
        {"(i = *p; i < s->n; i++)", "i <, +1"},
        {"(i = call(); i < call(); i++)", "i <, +1"},
        {"(i = s->a[1]; i < n * n + 2 * d; i++)", "i <, +1"},
        {"(i = j = 0; i < n; i++)", "i <, +1"},
        {"(i = i; i < n; i++)", "i <, +1"},
        {"(i = n ? 1 : 2; i < (j, n); i++)", "i <, +1"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_steps(void)
{
    static const struct shape_case cases[] = {
        {"(i = 0; i < n; i += 3)", "i <, +3"},
        {"(i = 0; i < n; i = i + 3)", "i <, +3"},
        {"(i = n; i > 0; i -= 3)", "i >, -3"},
        {"(i = n; i > 0; i += -3)", "i >, -3"},
        {"(i = n; i > 0; i = i + -3)", "i >, -3"},
        {"(i = 0; i < n; i -= -3)", "i <, +3"},
        {"(i = 0; i < n; i = i - -3)", "i <, +3"},
        {"(i = 0; i < n; i += 2 * 3 - 1)", "i <, +5"},
        {"(i = 0; i < n; i += K)", "i <, +3"},
        {"(i = 0; i < n; i += GREEN)", "i <, +300"},
        {"(i = 0; i < n; i += sizeof(int))", "i <, +4"},
        {"(i = 0; i < n; i += 'a')", "i <, +97"},
        {"(i = 0; i < n; i += +2)", "i <, +2"},
        {"(i = 0; i < n; i += (char)2)", "i <, +2"},
        {"(w = 0; w < n; w += 3000000000)", "w <, +3000000000 in long"},
        {"(w = n; w > l; w -= 0x7fffffffffffffff)", "w >, -9223372036854775807 in long"},
        {"(i = 0; i < n; i += d)", "i <, +d"},
        {"(i = 0; i < n; i = i + d)", "i <, +d"},
        {"(i = 0; i < n; i = d + i)", "i <, +d"},
        {"(i = n; i > 0; i -= d)", "i >, -d"},
        {"(i = n; i > 0; i = i - d)", "i >, -d"},
        {"(i = n; i > 0; i += d)", "i >, -"
                                   "-d"},
        {"(i = 0; i < n; i -= d)", "i <, +-d"},
        {"(i = 0; i != n; i += d)", "i !=, +d"},
        {"(i = 0; i != n; i -= d)", "i !=, -d"},
        {"(i = 0; i < n; i += s->a[2])", "i <, +d"},
        {"(i = 0; i < n; i += 6 / 3)", "i <, +d"}, /* quotients are not folded */
        {"(i = 0; i < n; i += 0)", "never reaches"},
        {"(i = 0; i < n; i += 1 - 1)", "never reaches"},
        {"(i = 0; i < n; i--)", "away from the bound"},
        {"(i = 0; i < n; i += -1)", "away from the bound"},
        {"(i = n; i > 0; i++)", "away from the bound"},
        {"(i = n; i >= 0; i -= -1)", "away from the bound"},
        {"(w = 0; w < n; w += (-0x7fffffffffffffff - 1))", "never reaches"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_types(void)
{
    static const struct shape_case cases[] = {
        {"(c = 0; c < 100; c++)", "c <, +1"},
        {"(sc = 0; sc < n; sc += 2)", "sc <, +2"},
        {"(h = 0; h < n; h = h + 1)", "h <, +1"},
        {"(h = 0; h < n; h = (short)(h + 1))", "h <, +1"},
        {"(b = 0; b < 200; b++)", "b <, +1"},
        {"(v = 0; v < u; v++)", "v <, +1 in unsigned int"},
        {"(v = 0; v < n; v++)", "v <, +1 in unsigned int"},
        {"(i = 0; i < u; i++)", "i <, +1 in unsigned int"},
        {"(i = 0; i < l; i++)", "i <, +1 in long"},
        {"(i = 0; i < (long)z; i++)", "i <, +1 in long"},
        {"(i = 0; (long)i < l; i++)", "i <, +1 in long"},
        {"(i = 0; i < z; i++)", "i <, +1 in unsigned long"},
        {"(w = 0; w < n; w++)", "w <, +1 in long"},
        {"(y = 0; y < z; y++)", "y <, +1 in unsigned long"},
        {"(e = RED; e < GREEN; e++)", "e <, +1 in unsigned int"},
        {"(i = l; i < n; i++)", "i <, +1"}, /* the start is converted */
        {"(i = r; i < n; i++)", "i <, +1"},
        {"(i = 0; i < (int)r; i++)", "i <, +1"},
        /* narrowing the counter is not the counter */
        {"(i = 0; (char)i < n; i++)", "does not compare the counter itself"},
        {"(i = 0; (short)i < n; i++)", "does not compare the counter itself"},
        {"(w = 0; (int)w < n; w++)", "does not compare the counter itself"},
        {"(i = 0; (_Bool)i < n; i++)", "does not compare the counter itself"},
        {"(i = 0; i < n; i = (char)i + 1)", "does not move the counter by a fixed amount"},
        {"(i = 0; i < n; i = (char)(i + 1))", "does not move the counter by a fixed amount"},
        {"(w = 0; w < l; w = (int)(w + 1))", "does not move the counter by a fixed amount"},
        /* no integers */
        {"(x = 0; x < n; x++)", "not an integer of at most 64 bits"},
        {"(t = 0; t < 1; t++)", "not an integer of at most 64 bits"},
        {"(p = &n; p < &n + 1; p++)", "not an integer of at most 64 bits"},
        {"(huge = 0; huge < n; huge++)", "not an integer of at most 64 bits"},
        {"(i = 0; i < r; i++)", ""},
        {"(i = 0; i < n; i += 1.0)", "does not move the counter by a fixed amount"},
        {"(i = 0; i < huge; i++)", ""},
        {"(vi = 0; vi < n; vi++)", "volatile or atomic"},
        {"(ai = 0; ai < n; ai++)", "volatile or atomic"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_refused(void)
{
    static const struct shape_case cases[] = {
        {"(; i < n; i++)", "does not set the counter"},
        {"(i = 0; ; i++)", "no condition"},
        {"(i = 0; i < n; )", "does not move the counter"},
        {"(;;)", "does not set the counter"},
        {"(int k = 0, m = 1; k < n; k++)", "declares more than the counter"},
        {"(int k; k < n; k++)", "declares more than the counter"},
        {"(i = 0, j = 0; i < n; i++)", "does not just set one counter"},
        {"(i++; i < n; i++)", "does not just set one counter"},
        {"(i += 1; i < n; i++)", "does not just set one counter"},
        {"(*p = 0; *p < n; (*p)++)", "does not just set one counter"},
        {"(s->n = 0; s->n < n; s->n++)", "does not just set one counter"},
        {"(call(); i < n; i++)", "does not just set one counter"},
        {"(i = 0; i == n; i++)", "does not compare the counter with a bound"},
        {"(i = 0; i; i++)", "does not compare the counter with a bound"},
        {"(i = 0; !i; i++)", "does not compare the counter with a bound"},
        {"(i = 0; i < n && j; i++)", "does not compare the counter with a bound"},
        {"(i = 0; i++ < n; i++)", "does not compare the counter itself"},
        {"(i = 0; j < n; i++)", "does not compare the counter itself"},
        {"(i = 0; i + 1 < n; i++)", "does not compare the counter itself"},
        {"(i = 0; i * 2 < n; i++)", "does not compare the counter itself"},
        {"(i = 0; -i < n; i++)", "does not compare the counter itself"},
        {"(i = 0; i < n; j++)", "does not move the counter by a fixed amount"},
        {"(i = 0; i < n; i *= 2)", "does not move the counter by a fixed amount"},
        {"(i = 1; i < n; i <<= 1)", "does not move the counter by a fixed amount"},
        {"(i = 0; i < n; i++, j++)", "does not move the counter by a fixed amount"},
        {"(i = 0; i < n; i = j + 1)", "does not move the counter by a fixed amount"},
        {"(i = 0; i < n; i = 1 - i)", "does not move the counter by a fixed amount"},
        {"(i = 0; i < n; i = 5)", "does not move the counter by a fixed amount"},
        {"(i = 0; i < n; i = i * 1 + 1)", "does not move the counter by a fixed amount"},
        {"(i = 0; i < n; i = i + 1 + 1)", "does not move the counter by a fixed amount"},
        {"(i = 0; i < n; call())", "does not move the counter by a fixed amount"},
        {"(i = 0; i < n - i; i++)", "the bound moves with the counter"},
        {"(i = 0; i < i; i++)", "the bound moves with the counter"},
        {"(i = 0; i < s->a[i]; i++)", "the bound moves with the counter"},
        {"(i = 1; i < n; i += i)", "the step moves with the counter"},
        {"(i = 1; i < n; i += s->a[i])", "the step moves with the counter"},
    };
    check_cases(cases, COUNT(cases));
}

static const struct named_test tests[] = {
    {"forms", test_forms},
    {"steps", test_steps},
    {"types", test_types},
    {"refused", test_refused},
};

int main(void)
{
    return run_suite("shape", tests, COUNT(tests));
}
