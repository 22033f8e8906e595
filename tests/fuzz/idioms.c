/*
 * Statements as people write them: reductions, scratch arrays, temporaries, callees, pointers that
 * walk. Each has variants that are independent and variants that are not; the recorder tells which.
 */
#include "gen.h"

/* ---- scalars ----------------------------------------------------------------------------------
 */

void idiom_temporary(struct kernel_text *k)
{
    const char *t = text("t%d", fresh(k));
    const char *type = has(k, F_WRAP) ? word(k, "int|unsigned|long|unsigned char|size_t|short")
                                      : word(k, "int|int|long|size_t");
    line(k, "%s %s = %s;", type, t, subscript(k, true, 0));
    if (maybe(k, 30))
        line(k, maybe(k, 50) ? "%s++;" : "%s += 2;", t);
    if (maybe(k, 20))
        line(k, "if (%s)\n%*s%s = %s;", condition(k), 4 * k->depth + 4, "", t,
             subscript(k, true, 0));
    struct array *array = any_array(k, true);
    if (array->dims == 1 && !array->is_private)
        line(k, "%s;",
             text_assign(
                 text("%s[%s]%s", array->name, text_index(t, array->extent[0]), array->suffix),
                 maybe(k, 70) ? "=" : "+=", value(k, is_floating(array->type), 1)));
    if (k->counter_count < MAX_COUNTERS - 3 && k->depth == 1 && !k->loop_depth && maybe(k, 50))
        add_scalar(k, t, type);
}

void idiom_scalar(struct kernel_text *k)
{
    if (maybe(k, 30)) {
        const char *t = text("t%d", fresh(k));
        const char *type = word(k, "int|double|unsigned|long");
        line(k, "%s %s = %s;", type, t, value(k, is_floating(type), 2));
        add_scalar(k, t, type);
        return;
    }
    const char *x = text("x%d_%d", fresh(k), k->id);
    const char *type = word(k, "int|int|double|unsigned|long|short");
    bool floating = is_floating(type);
    declare_outer_scalar(k, x, type, maybe(k, 60));
    switch (draw(k, 9)) {
    case 0:
        line(k, "if (%s)\n%*s%s;", condition(k), 4 * k->depth + 4, "",
             text_assign(x, "=", value(k, floating, 1)));
        break;
    case 1:
        line(k, "if (%s)\n%*s%s;\n%*selse\n%*s%s;", condition(k), 4 * k->depth + 4, "",
             text_assign(x, "=", value(k, floating, 1)), 4 * k->depth, "", 4 * k->depth + 4, "",
             text_assign(x, "=", value(k, floating, 1)));
        break;
    case 2: {
        struct array *array = any_array(k, true);
        if (!array->is_private && (!is_floating(type) || is_floating(array->type)))
            line(k, "%s;", text_assign(element(k, array, true), "=", text_read(x)));
        line(k, "%s;", text_assign(x, "=", value(k, floating, 1)));
        break;
    }
    case 3:
        line(k, "(void)(%s && (%s, 1));", condition(k), text_assign(x, "=", value(k, floating, 1)));
        break;
    case 4:
        line(k, "(void)(%s ? (%s) : (%s));", condition(k),
             text_assign(x, "=", value(k, floating, 1)),
             text_assign(x, "=", value(k, floating, 1)));
        break;
    case 5: {
        const char *j = text("j%d", fresh(k));
        line(k, "%s;", text_assign(x, "=", word(k, "0|1")));
        line(k, "for (int %s = 0; %s < %s; %s++)\n%*s%s;", j, j, word(k, "4|n|m"), j,
             4 * k->depth + 4, "", text_assign(x, "+=", value(k, floating, 1)));
        break;
    }
    default:
        line(k, "%s;", text_assign(x, "=", value(k, floating, 2)));
    }
    if (maybe(k, 85))
        add_scalar(k, x, type);
}

/* ---- scratch ----------------------------------------------------------------------------------
 */

static const char *fill_header(struct kernel_text *k, const char *j)
{
    switch (draw(k, 8)) {
    case 0:
        return text("for (int %s = 0; %s < n; %s++)", j, j, j);
    case 1:
        return text("for (int %s = 1; %s < 10; %s++)", j, j, j);
    case 2:
        return text("for (int %s = 0; %s < 10; %s += 2)", j, j, j);
    case 3:
        return text("for (int %s = 0; %s < m; %s++)", j, j, j);
    case 4:
        return text("for (int %s = 9; %s >= 0; %s--)", j, j, j);
    default:
        return text("for (int %s = 0; %s < 10; %s++)", j, j, j);
    }
}

static void declare_scratch(struct kernel_text *k, const char *t, const char *type)
{
    if (maybe(k, 50)) {
        lines_add(&k->locals, "    %s %s[16] = {0};\n", type, t);
        lines_add(&k->locals, "%s", text_recorder(text("    rec_object(%s, sizeof %s);\n", t, t)));
        if (maybe(k, 30))
            lines_add(&k->after, "    SHOW(\"%s\", \"%%.17g\", double, %s, 16);\n", t, t);
    } else {
        lines_add(&k->globals, "static %s %s[16];\n", type, t);
        lines_add(&k->fill, "    memset(%s, 0, sizeof %s);\n", t, t);
        lines_add(&k->registers, "%s",
                  text_recorder(text("    rec_object(%s, sizeof %s);\n", t, t)));
        if (maybe(k, 30))
            lines_add(&k->show, "    SHOW(\"%s\", \"%%.17g\", double, %s, 16);\n", t, t);
    }
}

void idiom_scratch(struct kernel_text *k)
{
    const char *t = text("t%d_%d", fresh(k), k->id), *j = text("j%d", fresh(k));
    const char *type = word(k, "int|double|unsigned char");
    bool floating = is_floating(type);
    const char *slot = text("%s[%s]", t, text_index(j, 16));
    declare_scratch(k, t, type);
    switch (draw(k, 5)) {
    case 0:
        line(k, "memset(%s, 0, %s sizeof *%s);%s", t, word(k, "16 *|16 *|8 *"), t,
             text_recorder(text(" rec_set(%s, 8 * sizeof *%s);", t, t)));
        line(k, "for (int %s = 0; %s < 8; %s++)\n%*s%s;", j, j, j, 4 * k->depth + 4, "",
             text_assign(slot, "+=", value(k, floating, 1)));
        break;
    case 1: {
        line(k, "%s {", fill_header(k, j));
        line(k, "    %s", text_recorder("rec_tick();"));
        k->depth++;
        if (maybe(k, 20))
            line(k, "if (%s)", condition(k));
        line(k, "%s;", text_assign(slot, "=", value(k, floating, 1)));
        k->depth--;
        line(k, "}");
        break;
    }
    default:
        line(k, "%s\n%*s%s;", fill_header(k, j), 4 * k->depth + 4, "",
             text_assign(slot, "=", value(k, floating, 1)));
    }
    struct array *array = any_array(k, true);
    if (array->is_private || (floating && !is_floating(array->type)))
        return;
    const char *from = text_read(text("%s[%s]", t, text_index(word(k, "0|3|9|1|n - 1|5"), 16)));
    if (maybe(k, 50)) {
        line(k, "%s;", text_assign(element(k, array, true), "=", from));
        return;
    }
    const char *at = element(k, array, true);
    line(k, "%s", text_recorder("rec_tick();"));
    line(k, "%s\n%*s%s;", fill_header(k, j), 4 * k->depth + 4, "",
         text_assign(at, "+=", text_read(slot)));
}

/* ---- reductions -------------------------------------------------------------------------------
 */

void idiom_reduction(struct kernel_text *k)
{
    const char *s = text("s%d_%d", fresh(k), k->id);
    const char *type = word(k, "int|int|double|long|unsigned|unsigned char|float");
    bool floating = is_floating(type);
    declare_outer_scalar(k, s, type, maybe(k, 90));
    if (k->loop_depth && floating && maybe(k, 60))
        type = "int";
    if (maybe(k, 25))
        line(k, "if (%s)", condition(k));
    switch (draw(k, 8)) {
    case 0:
        line(k, "%s;", text_assign(s, "++", ""));
        break;
    case 1:
        line(k, "%s;", text_assign(s, "-=", value(k, floating, 1)));
        break;
    case 2:
        if (!floating) {
            line(k, "%s;",
                 text_assign(s, maybe(k, 50) ? word(k, "^=|&=") : "|=", value(k, false, 1)));
            break;
        }
        line(k, "%s;", text_assign(s, "*=", "0.5"));
        break;
    case 3: {
        struct array *array = any_array(k, false);
        if (array->is_private || (is_floating(array->type) && !floating))
            return line(k, "%s;", text_assign(s, "++", ""));
        const char *e = text_read(element(k, array, false));
        line(k, "if (%s %s %s) {", e, word(k, "<|>|>=|<="), s);
        line(k, "    %s%s = %s;", text_recorder(text("rec_update(&%s, sizeof %s, \"M\");", s, s)),
             s, e);
        line(k, "}");
        break;
    }
    case 4:
        line(k, "%s;", text_update(s, "+", value(k, floating, 1)));
        break;
    default:
        line(k, "%s;", text_assign(s, "+=", value(k, floating, 1)));
    }
    if (maybe(k, 8))
        add_scalar(k, s, type);
}

/* ---- callees ----------------------------------------------------------------------------------
 */

struct array *plain_array(struct kernel_text *k, bool to_write)
{
    for (int tries = 0; tries < 30; tries++) {
        struct array *array = any_array(k, to_write);
        if (array->is_plain && !array->is_private && array->dims == 1)
            return array;
    }
    return NULL;
}

static void callee_element(struct kernel_text *k, struct array *array)
{
    int id = fresh(k);
    const char *name = text("put%d_%d", id, k->id);
    const char *guard = word(k, "|||if (v < 9)|if (v > 100)");
    lines_add(&k->callees, "static void %s(%s *at, int v)\n{\n    %s\n    %s;\n}\n\n", name,
              array->type, guard, text_assign("*at", word(k, "=|=|=|+="), "v % 30"));
    const char *to = text("&%s", element(k, array, true));
    if (maybe(k, 40)) {
        lines_add(&k->callees,
                  "static void twice%d_%d(%s *x, int v)\n{\n    if (v %% 2)\n        v++;\n"
                  "    %s(x, v + 1);\n}\n\n",
                  id, k->id, array->type, name);
        name = text("twice%d_%d", id, k->id);
    }
    line(k, "%s(%s, %s);", name, to, value(k, false, 1));
}

static void callee_range(struct kernel_text *k, struct array *array)
{
    const char *name = text("fill%d_%d", fresh(k), k->id);
    lines_add(&k->callees,
              "static void %s(%s *x, int from, int count, int v)\n{\n"
              "    for (int z = 0; z < count; z++)\n        %s;\n}\n\n",
              name, array->type,
              text_assign(text("x[%s]", text_index("from + z", array->extent[0])),
                          word(k, "=|=|+="), "v + z"));
    line(k, "%s(%s, %s, %s, %s);", name, array->name,
         word(k, "i * 4|i * 4|i * 3|i * m|i|m * i + 1|0"), word(k, "4|4|3|m|5|n"),
         value(k, false, 0));
}

static void callee_get(struct kernel_text *k, struct array *array, struct array *to)
{
    const char *name = text("get%d_%d", fresh(k), k->id);
    bool by_global = array->name[0] != 'p' && maybe(k, 40);
    const char *from = word(k, "at|at|at + 1|at / 2|at % 4");
    (void)by_global;
    lines_add(&k->callees,
              "static %s %s(const %s *x, int at)\n{\n    if (at > 50)\n        return 1;\n"
              "    return %s;\n}\n\n",
              array->type, name, array->type,
              text_read(text("x[%s]", text_index(from, array->extent[0]))));
    if (is_floating(array->type) && !is_floating(to->type))
        return;
    line(k, "%s;",
         text_assign(element(k, to, true), "=",
                     text("%s(%s, %s)", name, array->name, subscript(k, false, 0))));
}

static void callee_scratch(struct kernel_text *k, struct array *to)
{
    int id = fresh(k);
    const char *g = text("tmp%d_%d", id, k->id), *name = text("work%d_%d", id, k->id);
    const char *slot = text("%s[%s]", g, text_index("z", 12));
    lines_add(&k->globals, "static int %s[12];\n", g);
    lines_add(&k->fill, "    memset(%s, 0, sizeof %s);\n", g, g);
    lines_add(&k->registers, "%s", text_recorder(text("    rec_object(%s, sizeof %s);\n", g, g)));
    if (maybe(k, 20))
        lines_add(&k->show, "    SHOW(\"%s\", \"%%ld\", long, %s, 12);\n", g, g);
    const char *count = word(k, "12|12|12|v % 12|11");
    lines_add(&k->callees,
              "static int %s(int v)\n{\n    int r = 0;\n    for (int z = %s; z < %s; z++)\n"
              "        %s;\n    for (int z = 0; z < %s; z++)\n        r += %s;\n"
              "    return r %% 100;\n}\n\n",
              name, word(k, "0|0|0|1"), count,
              text_assign(slot, word(k, "=|=|=|+="), "(v + z) % 10"), maybe(k, 70) ? count : "12",
              text_read(slot));
    line(k, "%s;",
         text_assign(element(k, to, true), "=", text("%s(%s)", name, value(k, false, 0))));
}

static void callee_global(struct kernel_text *k, struct array *to)
{
    int id = fresh(k);
    const char *g = text("state%d_%d", id, k->id), *name = text("step%d_%d", id, k->id);
    lines_add(&k->globals, "static int %s;\n", g);
    lines_add(&k->fill, "    %s = 3;\n", g);
    lines_add(&k->registers, "%s", text_recorder(text("    rec_object(&%s, sizeof %s);\n", g, g)));
    lines_add(&k->show, "    SHOW(\"%s\", \"%%ld\", long, &%s, 1);\n", g, g);
    const char *first = text_assign(g, word(k, "=|=|=|+="), "v % 50");
    lines_add(&k->callees, "static int %s(int v)\n{\n    %s%s;\n    return %s %% 20;\n}\n\n", name,
              word(k, "|||if (v > 3)\n        "), first, text_read(g));
    line(k, "%s;",
         text_assign(element(k, to, true), "=", text("%s(%s)", name, value(k, false, 0))));
}

void idiom_callee(struct kernel_text *k)
{
    struct array *array = plain_array(k, true), *to = any_array(k, true);
    if (!array || to->is_private)
        return;
    switch (draw(k, 6)) {
    case 0:
        return callee_range(k, array);
    case 1:
        return callee_get(k, array, to);
    case 2:
        return callee_scratch(k, to);
    case 3:
        return callee_global(k, to);
    default:
        return callee_element(k, array);
    }
}

/* ---- pointers ---------------------------------------------------------------------------------
 */

void idiom_pointer(struct kernel_text *k)
{
    struct array *array = plain_array(k, true);
    const char *p = text("p%d", fresh(k)), *j = text("j%d", fresh(k));
    if (!array)
        return;
    bool floating = is_floating(array->type);
    const char *base = word(k, "i * 4|i * 4|i * 3|i * m|i|0|(m + i)");
    const char *count = word(k, "4|4|3|m|5");
    const char *position = text("%s - %s", p, array->name);
    const char *bound = text("%s[%s]", array->name, text_index(position, array->extent[0]));
    (void)bound;
    line(k, "%s *%s = %s + %s;", array->type, p, array->name, text_index(base, array->extent[0]));
    switch (draw(k, 4)) {
    case 0:
        line(k, "for (int %s = 0; %s < %s; %s++) {", j, j, count, j);
        line(k, "    %s(void)rec_index(%s, %d);%s", "\016", position, array->extent[0], "\017");
        line(k, "    %s;", text_assign(text("*%s", p), word(k, "=|=|+="), value(k, floating, 1)));
        line(k, "    %s++;", p);
        line(k, "}");
        break;
    case 1:
        line(k, "%s;", text_assign(text("*%s", p), word(k, "=|+="), value(k, floating, 1)));
        break;
    default:
        line(k, "for (int %s = 0; %s < %s; %s++)\n%*s%s;", j, j, count, j, 4 * k->depth + 4, "",
             text_assign(text("%s[\016rec_index(%s - %s + \017%s\016, %d) - (%s - %s)\017]", p, p,
                              array->name, j, array->extent[0], p, array->name),
                         word(k, "=|=|+="), value(k, floating, 1)));
    }
}

void idiom_linear(struct kernel_text *k)
{
    struct array *array = plain_array(k, true);
    const char *j = text("j%d", fresh(k));
    if (!array)
        return;
    const char *width = word(k, "m|m|k|4|6|n");
    const char *inner = maybe(k, 75) ? width : word(k, "m|k|4|n");
    const char *i = maybe(k, 85) ? k->counters[0] : k->counters[k->counter_count - 1];
    line(k, "for (int %s = %s; %s < %s%s; %s++)", j, word(k, "0|0|0|1"), j, inner,
         word(k, "||| - 1| + 1"), j);
    k->depth++;
    const char *index = maybe(k, 80) ? text("%s * %s + %s", i, width, j)
                                     : text("(%s + %u) * %s + %s", i, draw(k, 2), width, j);
    const char *other = maybe(k, 60)   ? index
                        : maybe(k, 50) ? text("%s + 1", index)
                                       : text("%s * %s + %s", j, width, i);
    bool floating = is_floating(array->type);
    line(k, "%s;",
         text_assign(text("%s[%s]", array->name, text_index(index, array->extent[0])), "=",
                     maybe(k, 60)
                         ? text("%s %% 7 + %s",
                                floating ? "3"
                                         : text_read(text("%s[%s]", array->name,
                                                          text_index(other, array->extent[0]))),
                                j)
                         : value(k, floating, 1)));
    k->depth--;
}

/* ---- the library ------------------------------------------------------------------------------
 */

void idiom_library(struct kernel_text *k)
{
    struct array *array = plain_array(k, true);
    if (!array)
        return;
    const char *place = element(k, array, true);
    switch (draw(k, 4)) {
    case 0:
        line(k, "memset(&%s, 0, sizeof %s);%s", place, place,
             text_recorder(text(" rec_set(&%s, sizeof %s);", place, place)));
        break;
    case 1: {
        const char *from = element(k, array, false);
        line(k, "%smemmove(&%s, &%s, sizeof %s);%s",
             text_recorder(text("rec_get(&%s, sizeof %s); ", from, from)), place, from, place,
             text_recorder(text(" rec_set(&%s, sizeof %s);", place, place)));
        break;
    }
    case 2:
        line(k, "PRINT(\"%%d \", (int)(%s));", value(k, false, 1));
        break;
    default:
        line(k, "%s;", text_assign(place, "=", text("abs((int)(%s))", value(k, false, 1))));
    }
}
