/*
 * Statements that choose the best of something, and near-misses. The expected text is
 *
 *     OPERATOR holder[+bytes] [or equal] [if N] [first if holder[+bytes] OP value] of N
 *
 * or "no": where the value that is compared lies, further conditions, the condition that makes the
 * first one the best in any case, and how many places are chosen.
 */
#include "analysis/best.h"
#include "snippet_loop.h"
#include "snippet_unit.h"

struct best_case {
    const char *statement, *expected;
};

static const char *place_text(struct arena *arena, const struct unit *unit, const struct expr *e,
                              int64_t at)
{
    const char *name = arena_strndup(arena, unit->text + e->place.offset, e->end - e->place.offset);
    return at ? arena_printf(arena, "%s+%lld", name, (long long)at) : name;
}

static const char *describe(struct arena *arena, const struct unit *unit, const struct best *best)
{
    const char *text = arena_printf(arena, "%s %s%s", reduction_name(best->value.op),
                                    place_text(arena, unit, best->holder, best->at),
                                    best->value.takes_equal ? " or equal" : "");
    if (best->condition_count)
        text = arena_printf(arena, "%s if %zu", text, best->condition_count);
    if (best->start.holder) {
        const char *place = place_text(arena, unit, best->start.holder, best->start.at);
        text = arena_printf(arena, "%s first if %s", text,
                            best_start_text(arena, &best->start, NULL, place));
    }
    return arena_printf(arena, "%s of %zu", text, best->count);
}

static void check_case(const struct best_case *c)
{
    struct arena *arena = arena_new();
    const char *text = arena_printf(
        arena,
        "struct s { int n; double d; unsigned f : 3; } s, t, *q; int call(int);\n"
        "void f(int i, int x, int y, int z, unsigned u, float g, double d, double e, int *a)"
        "{ %s }",
        c->statement);
    struct unit *unit = snippet_unit(arena, text);
    if (unit) {
        struct best best;
        const struct stmt *stmt = snippet_function(unit, "f")->body->stmts.items[0];
        const char *found = best_match(stmt, &best) ? describe(arena, unit, &best) : "no";
        check_text(c->statement, found, c->expected);
    }
    arena_free(arena);
}

static void check_cases(const struct best_case *cases, size_t count)
{
    for (size_t k = 0; k < count; k++)
        check_case(&cases[k]);
}

static void test_companions(void)
{
    static const struct best_case cases[] = {
        {"if (y > x) { x = y; z = i; }", "max x of 2"},
        {"if (y > x) z = i, x = y;", "max x of 2"},
        {"if (y >= x) { x = y; z = i; }", "max x or equal of 2"},
        {"if (x < y) { z = i; { x = y; } }", "max x of 2"},
        {"if (i && y < x && e > d) { x = y; z = i; }", "min x if 2 of 2"},
        {"if (i && y < x) x = y;", "min x if 1 of 1"},
        {"if (y > x) { x = y; x = 0; }", "no"},
        {"if (y > x) { x = y; z = z + 1; }", "no"},
        {"if (y > x) { x = y; z = x; }", "no"},
        {"if (y > x) { x = y; z += 1; }", "no"},
        {"if (y > x) { x = y; call(i); }", "no"},
        {"if (z && y > x) { x = y; z = 0; }", "no"},
        {"if (i++ && y > x) { x = y; z = 0; }", "no"},
        {"if (call(i) && y > x) { x = y; z = 0; }", "no"},
        {"if (y > x) { x = y; z = i; } else z = 0;", "no"},
        {"if (y > x) { x = y + 1; z = i; }", "no"},
        {"if (u > x) { x = u; z = i; }", "no"},
        {"if (y != x) { x = y; z = i; }", "no"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_records(void)
{
    static const struct best_case cases[] = {
        {"if (t.n < s.n) s = t;", "min s of 1"},
        {"if (t.d < s.d) s = t;", "min s+8 of 1"},
        {"if (s.d <= q[i].d) { s = q[i]; z = i; }", "max s+8 or equal of 2"},
        {"if (t.d < s.n) s = t;", "no"},
        {"if (t.d < s.d) s = q[i];", "no"},
        {"if (t.f < s.f) s = t;", "no"},
        {"if (q[i].d < s.d) s = q[i + 1];", "no"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_starts(void)
{
    static const struct best_case cases[] = {
        {"if (z < 0 || y > x) { x = y; z = i; }", "max x first if z < 0 of 2"},
        {"if (y > x || 0 > z) { x = y; z = i; }", "max x first if z < 0 of 2"},
        {"if (!z || y > x) { x = y; z = 1; }", "max x first if z == 0 of 2"},
        {"if (z || y > x) { x = y; z = 0; }", "max x first if z != 0 of 2"},
        {"if (d == -1 || e < d) { d = e; z = 0; }", "min d first if d == -1 of 2"},
        {"if (d < -1.0 || e < d) d = e;", "min d first if d < -1 of 1"},
        {"if (i && (s.n < 0 || t.d < s.d)) s = t;", "min s+8 if 1 first if s < 0 of 1"},
        {"if (z < i || y > x) { x = y; z = i; }", "no"},
        {"if (i < 0 || y > x) { x = y; z = i; }", "no"},
        {"if (d < 0.5 || e < d) d = e;", "no"},
        {"if (d == -0.0 || e < d) d = e;", "no"},
        {"if (z < 0 || i || y > x) { x = y; z = i; }", "no"},
        {"if (z++ < 0 || y > x) { x = y; z = i; }", "no"},
        {"if (z + 1 < 0 || y > x) { x = y; z = i; }", "no"},
    };
    check_cases(cases, COUNT(cases));
}

static const struct named_test tests[] = {
    {"companions", test_companions},
    {"records", test_records},
    {"starts", test_starts},
};

int main(void)
{
    return run_suite("best", tests, COUNT(tests));
}
