/*
 * Idioms that are met less often: structs as values, strings, state in functions, rows behind
 * pointers, and unusual forms of statements.
 */
#include "gen.h"

static const char *at(struct kernel_text *k, const char *index, int extent)
{
    (void)k;
    return text_index(index, extent);
}

/* ---- structs as values ------------------------------------------------------------------------
 */

void idiom_record(struct kernel_text *k)
{
    int id = fresh(k);
    const char *tag = text("record%d_%d", id, k->id), *r = text("rec%d_%d", id, k->id);
    const char *i = k->counters[0];
    lines_add(&k->globals, "struct %s {\n    int x, y;\n    short v[3];\n};\n", tag);
    lines_add(&k->globals, "static struct %s %s[%d];\n", tag, r, LENGTH);
    lines_add(&k->fill, "    for (int z = 0; z < %d; z++)\n", LENGTH);
    lines_add(&k->fill,
              "        %s[z] = (struct %s){(int)(mix(e, z) %% 9), z, {1, (short)z, 3}};\n", r, tag);
    lines_add(&k->registers, "%s", text_recorder(text("    rec_object(%s, sizeof %s);\n", r, r)));
    lines_add(&k->show, "    for (int z = 0; z < %d; z++)\n", LENGTH);
    lines_add(&k->show,
              "        printf(\" %%d %%d %%d %%d %%d\", %s[z].x, %s[z].y, %s[z].v[0], "
              "%s[z].v[1], %s[z].v[2]);\n",
              r, r, r, r, r);
    const char *here = text("%s[%s]", r, at(k, i, LENGTH));
    const char *there = text("%s[%s]", r, at(k, subscript(k, false, LENGTH), LENGTH));
    switch (draw(k, 7)) {
    case 0:
        line(k, "%s;", text_assign(here, "=", text_read(there)));
        break;
    case 1:
        line(k, "struct %s t%d = %s;", tag, id, text_read(there));
        line(k, "t%d.x += t%d.v[%s %% 3];", id, id, i);
        line(k, "%s;", text_assign(here, "=", text("t%d", id)));
        break;
    case 2:
        line(k, "%s;",
             text_assign(text("%s.v[%s]", here, at(k, word(k, "0|1|i % 3|i & 1"), 3)), "=",
                         text_read(text("%s.v[%s]", there, at(k, word(k, "0|2|i % 3"), 3)))));
        break;
    case 3:
        line(k, "%s;",
             text_assign(
                 here, "=",
                 text("((struct %s){%s, %s, {1, 2, 3}})", tag, i, text_read(text("%s.x", there)))));
        break;
    case 4:
        line(k, "struct %s *h%d = &%s;", tag, id, here);
        line(k, "%s;", text_assign(text("h%d->y", id), "=", value(k, false, 1)));
        line(k, "%s;", text_assign(text("h%d->x", id), "+=", text_read(text("h%d->y", id))));
        break;
    case 5:
        lines_add(&k->callees,
                  "static void set%d_%d(struct %s *to, int v)\n{\n    %s;\n    %s;\n}\n\n", id,
                  k->id, tag, text_assign("to->x", "=", "v"),
                  text_assign("to->y", word(k, "=|+="), word(k, "v|to->x + v")));
        line(k, "set%d_%d(&%s, %s);", id, k->id, maybe(k, 75) ? here : there, value(k, false, 1));
        break;
    default:
        line(k, "%s;", text_assign(text("%s.x", here), "=", text_read(text("%s.y", there))));
        if (maybe(k, 50))
            line(k, "%s;", text_assign(text("%s.y", here), "=", value(k, false, 1)));
    }
}

/* ---- strings ----------------------------------------------------------------------------------
 */

/* What the library writes and reads is told to the recorder: the string with its end. */
void idiom_string(struct kernel_text *k)
{
    int id = fresh(k);
    const char *b = text("text%d_%d", id, k->id);
    struct array *to = any_array(k, true);
    lines_add(&k->globals, "static char %s[64];\n", b);
    lines_add(&k->fill, "    strcpy(%s, \"start\");\n", b);
    lines_add(&k->registers, "%s", text_recorder(text("    rec_object(%s, sizeof %s);\n", b, b)));
    if (maybe(k, 25))
        lines_add(&k->show, "    printf(\"%%s\\n\", %s);\n", b);
    const char *wrote = text_recorder(text(" rec_set(%s, strlen(%s) + 1);", b, b));
    const char *reads = text_recorder(text("rec_get(%s, strlen(%s) + 1); ", b, b));
    switch (draw(k, 6)) {
    case 0:
        line(k, "if (%s)", condition(k));
        line(k, "{ sprintf(%s, \"%%d\", (int)(%s));%s }", b, value(k, false, 1), wrote);
        break;
    case 1:
        line(k, "strcpy(%s, %s & 1 ? \"odd\" : \"even\");%s", b, k->counters[0], wrote);
        break;
    case 2:
        line(k, "snprintf(%s, sizeof %s, \"%%d-%%d\", (int)(%s), (int)(%s));%s", b, b,
             k->counters[0], value(k, false, 0), wrote);
        line(k, "%sstrcat(%s, \"x\");%s", reads, b, wrote);
        break;
    case 3:
        line(k, "%s;", text_assign(text("%s[%s]", b, at(k, word(k, "0|1|i % 5"), 64)), "=", "'a'"));
        line(k, "%s;", text_assign(text("%s[%s]", b, at(k, word(k, "1|2"), 64)), "=", "0"));
        break;
    default:
        line(k, "sprintf(%s, \"%%d\", (int)(%s));%s", b, value(k, false, 1), wrote);
    }
    if (to->is_private)
        return;
    line(k, "%s%s;", reads,
         text_assign(element(k, to, true), "=",
                     maybe(k, 50) ? text("atoi(%s)", b) : text("(int)strlen(%s)", b)));
}

/* ---- state in functions -----------------------------------------------------------------------
 */

static void static_local(struct kernel_text *k, struct array *to)
{
    int id = fresh(k);
    const char *op = word(k, "=|=|+=|++");
    const char *name = text("kept%d_%d", id, k->id);
    lines_add(&k->callees, "static int %s(int v)\n{\n    static int kept;\n", name);
    lines_add(&k->callees, "%s", text_recorder("    rec_late(&kept, sizeof kept);\n"));
    lines_add(
        &k->callees, "    %s%s;\n    return %s %% 50;\n}\n\n", word(k, "|||if (v & 1)\n        "),
        text_assign("kept", op, op[0] == '+' && op[1] == '+' ? "" : "v % 9"), text_read("kept"));
    line(k, "%s;",
         text_assign(element(k, to, true), "=", text("%s(%s)", name, value(k, false, 0))));
}

static void recursion(struct kernel_text *k, struct array *to, struct array *from)
{
    int id = fresh(k);
    const char *name = text("sum%d_%d", id, k->id);
    lines_add(&k->callees,
              "static int %s(%s *x, int at)\n{\n    if (at <= 0)\n        return 0;\n    %s;\n"
              "    return %s + %s(x, at - %s);\n}\n\n",
              name, from->type,
              maybe(k, 30) ? text_assign(text("x[%s]", text_index("at", from->extent[0])), "=", "1")
                           : "(void)0",
              text("(int)%s", text_read(text("x[%s]", text_index("at", from->extent[0])))), name,
              word(k, "1|1|3"));
    line(k, "%s;",
         text_assign(element(k, to, true), "=",
                     text("%s(%s, (int)%s)", name, from->name, word(k, "i|4|i % 4|n"))));
}

static void function_pointer(struct kernel_text *k, struct array *array)
{
    int id = fresh(k);
    const char *place = text("x[%s]", text_index("at", array->extent[0]));
    const char *next = text("x[%s]", text_index("at + 1", array->extent[0]));
    lines_add(&k->callees, "static void one%d_%d(%s *x, int at)\n{\n    %s;\n}\n\n", id, k->id,
              array->type, text_assign(place, "=", "at"));
    lines_add(&k->callees, "static void two%d_%d(%s *x, int at)\n{\n    %s;\n}\n\n", id, k->id,
              array->type, text_assign(maybe(k, 60) ? place : next, word(k, "=|+="), "3"));
    line(k, "void (*f%d)(%s *, int) = %s ? one%d_%d : two%d_%d;", id, array->type, condition(k), id,
         k->id, id, k->id);
    line(k, "f%d(%s, %s);", id, array->name, k->counters[0]);
}

void idiom_state(struct kernel_text *k)
{
    struct array *to = any_array(k, true), *array = plain_array(k, true);
    if (to->is_private || !array)
        return;
    switch (draw(k, 3)) {
    case 0:
        return static_local(k, to);
    case 1:
        return recursion(k, to, array);
    default:
        return function_pointer(k, array);
    }
}

/* ---- rows -------------------------------------------------------------------------------------
 */

/* A table of 12 rows of 10 elements in one store: one row twice, or rows that overlap by an
 * element, for some values of d. */
static const char *declare_rows(struct kernel_text *k, const char *type)
{
    int id = fresh(k);
    const char *m = text("rows%d_%d", id, k->id);
    const char *near = word(k, "10|10|(d % 3 == 1 ? 9 : 10)");
    lines_add(&k->globals, "static %s store%d_%d[12][10];\n", type, id, k->id);
    lines_add(&k->globals, "static %s *%s[12];\n", type, m);
    lines_add(&k->fill, "    for (int z = 0; z < 120; z++)\n");
    lines_add(&k->fill, "        store%d_%d[z / 10][z %% 10] = (%s)(z %% 13);\n", id, k->id, type);
    lines_add(&k->fill, "    for (int z = 0; z < 12; z++)\n");
    lines_add(&k->fill,
              "        %s[z] = store%d_%d[0] + %s * (d < 100 && z > 0 && z == d %% 12 ? z - 1 : "
              "%s);\n",
              m, id, k->id, near, word(k, "z|z|11 - z|z * 5 % 12"));
    lines_add(&k->registers, "%s",
              text_recorder(text("    rec_object(store%d_%d, sizeof store%d_%d);\n"
                                 "    rec_object(%s, sizeof %s);\n",
                                 id, k->id, id, k->id, m, m)));
    lines_add(&k->show, "    SHOW(\"store\", \"%%.17g\", double, &store%d_%d[0][0], 120);\n", id,
              k->id);
    if (!maybe(k, 40))
        return m;
    lines_add(&k->parameters, ", %s **by%d", type, id);
    lines_add(&k->arguments, ", %s", m);
    return text("by%d", id);
}

static const char *row(struct kernel_text *k, const char *m, const char *index)
{
    return text_read(text("%s[%s]", m, at(k, index, 12)));
}

/* The row has a name of its own in the body, or in a function. */
static void name_row(struct kernel_text *k, const char *type, const char *m, const char *other)
{
    int id = fresh(k);
    const char *i = k->counters[0], *j = text("j%d", fresh(k));
    const char *loop =
        text("for (int %s = %s; %s < %s; %s++)", j, word(k, "0|1|i"), j, word(k, "10|10|n|5"), j);
    const char *place = text("r[%s]", text_index(j, 10));
    const char *from = text_read(text("q[%s]", text_index(word(k, text("%s|9 - %s|0", j, j)), 10)));
    const char *change = text_assign(place, word(k, "=|+="), text("%s + 1", from));
    if (maybe(k, 50)) {
        lines_add(&k->callees,
                  "static void row%d_%d(%s *r, %s *q, int i, int n)\n{\n    (void)i, (void)n;\n"
                  "    %s\n        %s;\n}\n\n",
                  id, k->id, type, type, loop, change);
        line(k, "row%d_%d(%s, %s, (int)%s, (int)n);", id, k->id, row(k, m, i), row(k, m, other), i);
        return;
    }
    line(k, "{");
    k->depth++;
    line(k, "%s *r = %s, *q = %s;", type, row(k, m, i), row(k, m, other));
    line(k, "%s", loop);
    line(k, "    %s;", change);
    k->depth--;
    line(k, "}");
}

static void subscript_row(struct kernel_text *k, const char *m, const char *other_row)
{
    const char *i = k->counters[0], *j = text("j%d", fresh(k));
    bool is_conditional = maybe(k, 20); /* perhaps never: it has to end by itself */
    line(k, "for (int %s = 0; %s < %s; %s++) {", j, j, is_conditional ? "10" : word(k, "10|10|n|m"),
         j);
    k->depth++;
    const char *place = text("%s[%s]", row(k, m, i), at(k, j, 10));
    const char *other = text("%s[%s]", row(k, m, other_row), at(k, word(k, "0|3|i % 10|9"), 10));
    if (is_conditional)
        line(k, "if (%s)", condition(k));
    line(
        k, "%s;",
        text_assign(place, word(k, "=|=|+="), maybe(k, 50) ? text_read(other) : text("%s * 2", j)));
    k->depth--;
    line(k, "}");
}

void idiom_rows(struct kernel_text *k)
{
    const char *type = word(k, "int|double"), *m = declare_rows(k, type);
    const char *other = word(k, "i|i|i + 1|0|i - 1");
    if (maybe(k, 5))
        line(k, "%s;",
             text_assign(text("%s[%s]", m, at(k, word(k, "i|0|i + 1"), 12)), "=",
                         row(k, m, word(k, "i|0|i + 1"))));
    if (maybe(k, 40))
        name_row(k, type, m, other);
    else
        subscript_row(k, m, other);
}

/* ---- forms ------------------------------------------------------------------------------------
 */

static void best_and_place(struct kernel_text *k, struct array *from)
{
    int id = fresh(k);
    const char *best = text("best%d_%d", id, k->id), *place = text("place%d_%d", id, k->id);
    const char *type = is_floating(from->type) ? "double" : "long";
    declare_outer_scalar(k, best, type, true);
    declare_outer_scalar(k, place, "int", true);
    const char *e = text_read(element(k, from, false));
    line(k, "if (%s %s %s) {", e, word(k, "<|>|>="), text_read(best));
    line(k, "    %s;", text_assign(best, "=", e));
    line(k, "    %s;", text_assign(place, "=", text("(int)%s", k->counters[0])));
    line(k, "}");
}

static void append(struct kernel_text *k, struct array *to)
{
    const char *count = text("count%d_%d", fresh(k), k->id);
    declare_outer_scalar(k, count, "int", true);
    if (maybe(k, 60))
        line(k, "if (%s)", condition(k));
    line(k, "%s;",
         text_assign(
             text("%s[%s]", to->name, text_index(text_assign(count, "++", ""), to->extent[0])), "=",
             value(k, is_floating(to->type), 1)));
}

static void extremum(struct kernel_text *k, struct array *from)
{
    const char *m = text("most%d_%d", fresh(k), k->id);
    const char *e = text_read(element(k, from, false));
    declare_outer_scalar(k, m, from->type, true);
    line(k, "%s%s = %s %s %s ? %s : %s;",
         text_recorder(text("rec_update(&%s, sizeof %s, \"M\"); ", m, m)), m, e, word(k, "<|>"), m,
         e, m);
}

static void do_while(struct kernel_text *k, struct array *to)
{
    const char *t = text("t%d", fresh(k));
    line(k, "int %s = %s;", t, word(k, "0|i|3"));
    line(k, "do {");
    line(k, "    %s", text_recorder("rec_tick();"));
    k->depth++;
    line(k, "%s;",
         text_assign(text("%s[%s]%s", to->name, text_index(t, to->extent[0]), to->suffix),
                     word(k, "=|=|+="), value(k, is_floating(to->type), 1)));
    k->depth--;
    line(k, "} while (++%s < %s);", t, word(k, "4|i|i + 1|n|m"));
}

/* What is assigned changes where it goes, in memory of the iteration's own. */
static void moved_place(struct kernel_text *k, const struct array *array)
{
    int id = fresh(k);
    const char *own = text("own%d", id);
    lines_add(&k->callees,
              "static int move%d_%d(int *at)\n{\n    at[%d] = (at[0] * 5 + 1) %% 64;\n    return "
              "at[1];\n}\n\n",
              id, k->id, (int)draw(k, 2));
    line(k, "int %s[2] = {(int)(%s), 3};", own, subscript(k, true, array->extent[0]));
    if (maybe(k, 50))
        line(k, "if (%s)", condition(k));
    const char *place = text("%s[%s]%s", array->name,
                             text_index(text("%s[0]", own), array->extent[0]), array->suffix);
    line(k, "%s;", text_assign(place, "=", text("move%d_%d(%s)", id, k->id, own)));
}

void idiom_form(struct kernel_text *k)
{
    struct array *array = plain_array(k, true), *from = any_array(k, false);
    if (!array || from->is_private)
        return;
    if (maybe(k, 4))
        return moved_place(k, array);
    switch (draw(k, 6)) {
    case 0:
        return best_and_place(k, from);
    case 1:
        return append(k, array);
    case 2:
        return extremum(k, from);
    case 3:
        return do_while(k, array);
    case 4: {
        const char *place = element(k, array, true);
        line(k, "%s, %s;", text_assign(place, "=", value(k, is_floating(array->type), 1)),
             text_assign(place, "+=", "1"));
        break;
    }
    default: {
        const char *t = text("t%d", fresh(k));
        const char *place = element(k, array, true);
        line(k, "%s *%s = %s ? &%s : &%s;", array->type, t, condition(k), place,
             element(k, array, true));
        line(k, "%s;",
             text_assign(text("*%s", t), word(k, "=|+="), value(k, is_floating(array->type), 1)));
    }
    }
}
