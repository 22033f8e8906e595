/*
 * Statements that append to arrays, and such that almost do: the counter is used for something
 * else, an element is passed that is not written, or written and not passed.
 */
#include "gen.h"

enum { EXTENT = 300 };

/* A counter, two arrays and one of structs, with names of their own. */
struct appended {
    const char *n, *to, *also, *list, *type;
};

static void declare_array(struct kernel_text *k, const char *type, const char *name)
{
    lines_add(&k->globals, "static %s %s[%d];\n", type, name, EXTENT);
    lines_add(&k->fill, "    for (int z = 0; z < %d; z++)\n        %s[z] = (%s)-z;\n", EXTENT, name,
              type);
    lines_add(&k->registers, "%s",
              text_recorder(text("    rec_object(%s, sizeof %s);\n", name, name)));
    lines_add(&k->show, "    SHOW(\"%s\", \"%%.17g\", double, %s, %d);\n", name, name, EXTENT);
}

static void declare_list(struct kernel_text *k, const char *name)
{
    lines_add(&k->globals, "static struct %s_item {\n    short x;\n    double y;\n    int v[2];\n",
              name);
    lines_add(&k->globals, "} %s[%d];\n", name, EXTENT);
    lines_add(&k->fill, "    for (int z = 0; z < %d; z++)\n", EXTENT);
    lines_add(&k->fill, "        %s[z] = (struct %s_item){(short)z, -z, {1, z}};\n", name, name);
    lines_add(&k->registers, "%s",
              text_recorder(text("    rec_object(%s, sizeof %s);\n", name, name)));
    lines_add(&k->show, "    for (int z = 0; z < %d; z++)\n", EXTENT);
    lines_add(&k->show, "        printf(\" %%d %%g %%d %%d\", %s[z].x, %s[z].y, %s[z].v[0], ", name,
              name, name);
    lines_add(&k->show, "%s[z].v[1]);\n", name);
}

static struct appended declare(struct kernel_text *k)
{
    int id = fresh(k);
    struct appended made = {.n = text("count%d_%d", id, k->id),
                            .to = text("to%d_%d", id, k->id),
                            .also = text("also%d_%d", id, k->id),
                            .list = text("list%d_%d", id, k->id)};
    made.type = word(k, "int|double|char|short|long");
    declare_outer_scalar(
        k, made.n, word(k, "int|int|long|size_t|unsigned|short|unsigned char|signed char"), true);
    declare_array(k, made.type, made.to);
    declare_array(k, "int", made.also);
    declare_list(k, made.list);
    return made;
}

static char *here(const char *array, const char *index, const char *member)
{
    return text("%s[%s]%s", array, text_index(index, EXTENT), member);
}

static void write_to(struct kernel_text *k, const char *place, const char *type)
{
    line(k, "%s;", text_assign(place, "=", value(k, is_floating(type), 1)));
}

static char *step(struct kernel_text *k, const struct appended *a)
{
    return maybe(k, 70) ? text_assign(a->n, "++", "") : text_assign(a->n, "+=", "1");
}

static void sometimes(struct kernel_text *k)
{
    if (maybe(k, 60))
        line(k, "if (%s)", condition(k));
}

/* ---- appends ----------------------------------------------------------------------------------
 */

static void one(struct kernel_text *k, const struct appended *a)
{
    sometimes(k);
    write_to(k, here(a->to, text_assign(a->n, "++", ""), ""), a->type);
}

static void in_two_steps(struct kernel_text *k, const struct appended *a)
{
    sometimes(k);
    line(k, "{");
    write_to(k, here(a->to, text_read(a->n), ""), a->type);
    if (maybe(k, 50))
        write_to(k, here(a->also, text_assign(a->n, "++", ""), ""), "int");
    else
        line(k, "%s;", step(k, a));
    line(k, "}");
}

static void members(struct kernel_text *k, const struct appended *a)
{
    sometimes(k);
    line(k, "{");
    write_to(k, here(a->list, text_read(a->n), ".x"), "int");
    if (maybe(k, 30))
        line(k, "if (%s)", condition(k));
    write_to(k, here(a->list, text_read(a->n), maybe(k, 50) ? ".x" : ".v[1]"), "int");
    if (maybe(k, 60))
        write_to(k, here(a->list, text_read(a->n), ".y"), "double");
    line(k, "%s;", step(k, a));
    line(k, "}");
}

static void inside(struct kernel_text *k, const struct appended *a)
{
    const char *j = text("j%d", fresh(k));
    line(k, "for (int %s = 0; %s < %s; %s++) {", j, j, word(k, "2|3|i % 3|m"), j);
    line(k, "    %s", text_recorder("rec_tick();"));
    one(k, a);
    line(k, "}");
}

static void either(struct kernel_text *k, const struct appended *a)
{
    line(k, "if (%s) {", condition(k));
    write_to(k, here(a->to, text_assign(a->n, "++", ""), ""), a->type);
    line(k, "} else {");
    write_to(k, here(a->to, text_read(a->n), ""), a->type);
    if (maybe(k, 20))
        write_to(k, here(a->also, text_read(a->n), ""), "int");
    line(k, "%s;", step(k, a));
    line(k, "}");
}

/* A pointer goes on through an array of its own. */
static void cursor(struct kernel_text *k)
{
    int id = fresh(k);
    const char *p = text("next%d_%d", id, k->id), *to = text("behind%d_%d", id, k->id);
    const char *type = word(k, "int|double|char|long");
    declare_array(k, type, to);
    lines_add(&k->locals, "    %s *%s = %s + 3;\n", type, p, to);
    lines_add(&k->locals, "%s", text_recorder(text("    rec_object(&%s, sizeof %s);\n", p, p)));
    lines_add(&k->after, "    printf(\"%%d\\n\", (int)(%s - %s));\n", p, to);
    sometimes(k);
    line(k, "{");
    line(k, "%s", text_recorder(text("rec_index(%s - %s, %d);", p, to, EXTENT)));
    switch (draw(k, 4)) {
    case 0:
        write_to(k, text("*%s", text_read(p)), type);
        line(k, "%s;", text_assign(p, "+=", maybe(k, 80) ? "1" : "2"));
        break;
    case 1:
        write_to(k, text("*%s", text_read(p)), type);
        if (maybe(k, 30))
            line(k, "if (%s)", condition(k));
        line(k, "%s;", text_assign(p, "++", ""));
        break;
    default:
        write_to(k, text("*%s", text_assign(p, "++", "")), type);
    }
    line(k, "}");
}

/* ---- what is none, mostly ------------------------------------------------------------------- */

static void almost(struct kernel_text *k, const struct appended *a)
{
    const char *to = here(a->to, text_read(a->n), "");
    switch (draw(k, 10)) {
    case 0:
        line(k, "if (%s < 20)", text_read(a->n));
        one(k, a);
        return;
    case 1:
        write_to(k, to, a->type);
        line(k, "if (%s)", condition(k));
        line(k, "    %s;", step(k, a));
        return;
    case 2:
        line(k, "if (%s)", condition(k));
        write_to(k, to, a->type);
        line(k, "%s;", step(k, a));
        return;
    case 3:
        line(k, "%s;",
             text_assign(here(a->also, k->counters[0], ""), "=", text("(int)%s", text_read(a->n))));
        return;
    case 4:
        line(k, "%s;",
             maybe(k, 40) ? text_assign(a->n, "--", "")
                          : text_assign(a->n, word(k, "+=|="), word(k, "2|3")));
        return;
    case 5:
        write_to(k, here(a->to, k->counters[0], ""), a->type);
        return;
    case 6:
        line(k, "%s;", text_assign(to, "=", text_read(here(a->to, word(k, "0|i"), ""))));
        line(k, "%s;", step(k, a));
        return;
    case 7:
        write_to(k, here(a->to, text("%s + 1", text_read(a->n)), ""), a->type);
        write_to(k, to, a->type);
        line(k, "%s;", step(k, a));
        return;
    case 8:
        line(k, "%s;", step(k, a));
        write_to(k, here(a->to, text("%s - 1", text_read(a->n)), ""), a->type);
        return;
    default:
        line(k, "%s;", step(k, a));
    }
}

void idiom_append(struct kernel_text *k)
{
    static void (*const forms[])(struct kernel_text *, const struct appended *) = {
        one, one, in_two_steps, members, inside, either};
    enum { FORMS = sizeof forms / sizeof *forms };
    if (maybe(k, 25)) {
        cursor(k);
        return;
    }
    const struct appended a = declare(k);
    unsigned first = draw(k, FORMS);
    forms[first](k, &a);
    if (maybe(k, 40))
        forms[maybe(k, 70) ? first : draw(k, FORMS)](k, &a);
    if (maybe(k, 20))
        almost(k, &a);
}
