/*
 * Folds in which the order of the iterations matters: the best of something in many forms, and
 * functions that a clause names. Some of the functions do what no fold may do.
 */
#include "gen.h"

/* ---- the best ----------------------------------------------------------------------------- */

/* The branch: the best value and companions, as a block or with commas. */
static void branch(struct kernel_text *k, const char *best, const char *place, const char *e,
                   const char *mark)
{
    bool first = maybe(k, 50), is_list = maybe(k, 20);
    const char *value = text_assign(best, "=", e);
    const char *where = text_assign(place, "=", text("(int)%s", k->counters[0]));
    const char *marked = mark ? text_assign(mark, "=", word(k, "1|1|1|7|0")) : NULL;
    const char *one = first ? value : where, *two = first ? where : value;
    if (is_list && !mark) {
        line(k, "    %s, %s;", one, two);
        return;
    }
    line(k, "{");
    line(k, "    %s;", one);
    line(k, "    %s;", two);
    if (marked)
        line(k, "    %s;", marked);
    line(k, "}");
}

static void best_of(struct kernel_text *k, struct array *from)
{
    int id = fresh(k);
    const char *best = text("best%d_%d", id, k->id), *place = text("place%d_%d", id, k->id);
    const char *mark = maybe(k, 40) ? text("mark%d_%d", id, k->id) : NULL;
    const char *type = is_floating(from->type) ? "double" : "long";
    declare_outer_scalar(k, best, type, true);
    declare_outer_scalar(k, place, "int", true);
    if (mark)
        declare_outer_scalar(k, mark, "int", true);
    const char *e = text_read(element(k, from, false));
    const char *chosen = maybe(k, 60) ? text("%s %s %s", e, word(k, "<|>|>=|<="), text_read(best))
                                      : text("%s %s %s", text_read(best), word(k, "<|>|>=|<="), e);
    if (mark) {
        const char *start = text("%s %s", text_read(mark), word(k, "!= 1|> 1|== 5|< 9|!= 0"));
        chosen = maybe(k, 50) ? text("%s || %s", start, chosen) : text("%s || %s", chosen, start);
    }
    if (maybe(k, 30))
        chosen = maybe(k, 50) ? text("%s && (%s)", condition(k), chosen)
                              : text("(%s) && %s", chosen, condition(k));
    line(k, "if (%s)", chosen);
    branch(k, best, place, e, mark);
}

/* ---- functions ---------------------------------------------------------------------------- */

static const char *accumulator(struct kernel_text *k, const char *type, int id)
{
    const char *name = text("acc%d_%d", id, k->id);
    bool is_local = maybe(k, 50);
    lines_add(is_local ? &k->locals : &k->globals, "%s%s %s[4] = {3, 1, 4, 1};\n",
              is_local ? "    " : "static ", type, name);
    lines_add(is_local ? &k->locals : &k->registers, "%s",
              text_recorder(text("    rec_object(%s, sizeof %s);\n", name, name)));
    lines_add(is_local ? &k->after : &k->show, "    SHOW(\"%s\", \"%%.17g\", double, %s, 4);\n",
              name, name);
    return name;
}

/* What is done besides: nothing, or something that the parent cannot do for a worker. */
static void define_function(struct kernel_text *k, const char *name, const char *type,
                            bool by_address, bool has_effect)
{
    const char *value = is_floating(type)
                            ? word(k, "a / 2 + b|b > a ? b : a - 1|a + b * 0.3")
                            : word(k, "3 * a + b|(a ^ b) * 16777619u|b >= a ? b : a / 2");
    const char *effect =
        has_effect ? word(k, "a += calls_&1; calls_++;|a = calls_++;|calls_ = 3;") : "";
    if (has_effect)
        effect = text("static unsigned calls_; %s", effect);
    if (by_address)
        lines_add(&k->callees,
                  "static void %s(%s *to, %s b)\n{\n    %s a = *to;\n    %s\n    *to = %s;\n}\n\n",
                  name, type, type, type, effect, value);
    else
        lines_add(&k->callees, "static %s %s(%s a, %s b)\n{\n    %s\n    return %s;\n}\n\n", type,
                  name, type, type, effect, value);
}

static void call(struct kernel_text *k, const char *name, const char *place, bool by_address,
                 const char *e)
{
    if (maybe(k, 40))
        line(k, "if (%s)", condition(k));
    if (!by_address) {
        line(k, "%s;", text_assign(place, "=", text("%s(%s, %s)", name, text_read(place), e)));
        return;
    }
    line(k, "{");
    line(k, "    %s",
         text_recorder(text("rec_get(&%s, sizeof %s); rec_set(&%s, sizeof %s);", place, place,
                            place, place)));
    line(k, "    %s(&%s, %s);", name, place, e);
    line(k, "}");
}

static void fold_by_function(struct kernel_text *k)
{
    int id = fresh(k);
    const char *type = word(k, "unsigned|unsigned|double|unsigned char|float");
    const char *name = text("fold%d_%d", id, k->id), *acc = accumulator(k, type, id);
    bool by_address = maybe(k, 50), floating = is_floating(type), is_one = maybe(k, 60);
    define_function(k, name, type, by_address, maybe(k, 15));
    lines_add(&k->clauses, " reduction(%s : %s)", name, acc);
    int calls = 1 + (int)draw(k, 2);
    for (int c = 0; c < calls; c++) {
        const char *index = is_one ? "2" : word(k, "i % 4|i & 3|3 - i % 4|1");
        const char *place = text("%s[%s]", acc, text_index(index, 4));
        call(k, name, place, by_address, value(k, floating, 1));
    }
    if (maybe(k, 6))
        line(k, "%s;", text_assign(text("%s[2]", acc), word(k, "=|+="), "1"));
}

void idiom_fold(struct kernel_text *k)
{
    struct array *from = any_array(k, false);
    if (maybe(k, 50) && !k->in_callee)
        fold_by_function(k);
    else if (!from->is_private)
        best_of(k, from);
}
