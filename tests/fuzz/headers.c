/*
 * Headers at the ends of their types: counters that wrap round before they meet their bounds,
 * comparisons and steps in other types than the counter's, and bounds in memory that the loop
 * itself may write.
 */
#include "gen.h"

static const char types[] = "int|int|unsigned|long|unsigned char|signed char|size_t|short|unsigned "
                            "short|unsigned long";

/* In memory: a number of its own, or an element of what the loop writes. */
static const char *stored(struct kernel_text *k)
{
    lines_add(&k->globals, "static int held_%d[%d], apart_%d;\n", k->id, LENGTH, k->id);
    lines_add(&k->fill, "    for (int z = 0; z < %d; z++)\n", LENGTH);
    lines_add(&k->fill, "        held_%d[z] = (int)(mix(e, z) %% 40);\n", k->id);
    lines_add(&k->fill, "    apart_%d = 1 + (int)(e %% 30);\n", k->id);
    lines_add(&k->registers, "%s",
              text_recorder(text("    rec_object(held_%d, sizeof held_%d);\n"
                                 "    rec_object(&apart_%d, sizeof apart_%d);\n",
                                 k->id, k->id, k->id, k->id)));
    lines_add(&k->show, "    SHOW(\"held\", \"%%d\", int, held_%d, %d);\n", k->id, LENGTH);
    lines_add(&k->show, "    SHOW(\"apart\", \"%%d\", int, &apart_%d, 1);\n", k->id);
    lines_add(&k->parameters, ", int *held, int *bound");
    lines_add(&k->arguments, ", held_%d, d %% 3 == 0 ? &apart_%d : &held_%d[d %% 60]", k->id, k->id,
              k->id);
    k->has_held = true;
    return maybe(k, 80) ? "*bound" : "*bound - 1";
}

static const char *bound(struct kernel_text *k)
{
    if (maybe(k, 25) && !k->inside)
        return stored(k);
    return word(k, "n|n|m|k|n - 1|20|250|-3|(unsigned)m|(long)n|(signed char)n|(unsigned char)m|"
                   "sizeof(int)|127|2147483640");
}

/* C counts with what it is given. */
char *edge_header(struct kernel_text *k)
{
    const char *type = word(k, types), *declared = type;
    const char *start = word(k, "0|0|1|3|-3|m|n|k|n - 1|200|-120|2147483600|(signed char)m");
    const char *counter = maybe(k, 10) ? text("(%s)i", word(k, "int|long|unsigned|size_t")) : "i";
    const char *end = bound(k);
    if (maybe(k, 40)) {
        lines_add(&k->locals, "    %s i = 77;\n", type);
        lines_add(&k->after, "    PRINT(\" %%ld\\n\", (long)i);\n");
        declared = "";
    }
    bool rises = maybe(k, 65), is_odd = maybe(k, 5);
    const char *step = word(k, "2|3|7|s|s|(unsigned)s|(long)s|2u|sizeof(short)|100|m");
    const char *sign = rises != is_odd ? "+" : "-";
    const char *move = maybe(k, 45)   ? text("i%s%s", sign, sign)
                       : maybe(k, 70) ? text("i %s= %s", sign, step)
                                      : text("i = i %s %s", sign, step);
    return text("for (%s i = %s; %s %s %s; %s)", declared, start, counter,
                rises ? word(k, "<|<|<|<=|!=") : word(k, ">|>|>=|!="), end, move);
}

/* Any counter has some place in the arrays. */
static const char *place(struct kernel_text *k, const char *name)
{
    return text("%s[%s]", name,
                text_index(text("(i + %s) & 63", word(k, "0|0|0|1|5|40|63")), LENGTH));
}

/* What only counters in some part of their type do. */
static const char *part(struct kernel_text *k)
{
    return word(k, "i < 0|i > 100|i > 2147483647|(int)i < 0|i >= 0 && i < 60|i != 3|i > n|i & 1");
}

void idiom_edge(struct kernel_text *k)
{
    const char *a = text("edge_%d", k->id), *b = text("from_%d", k->id);
    if (!k->has_edge) {
        lines_add(&k->globals, "static int %s[%d], %s[%d];\n", a, LENGTH, b, LENGTH);
        lines_add(&k->fill, "    for (int z = 0; z < %d; z++)\n", LENGTH);
        lines_add(&k->fill, "        %s[z] = (int)(mix(e, z) %% 50), %s[z] = z;\n", a, b);
        lines_add(&k->registers, "%s",
                  text_recorder(text("    rec_object(%s, sizeof %s);\n", a, a)));
        lines_add(&k->show, "    SHOW(\"edge\", \"%%d\", int, %s, %d);\n", a, LENGTH);
        k->has_edge = true;
    }
    if (maybe(k, 40))
        line(k, "if (%s)", part(k));
    if (k->has_held && maybe(k, 60)) {
        line(k, "%s;",
             text_assign(text("held[%s]", text_index("i", LENGTH)), "=",
                         word(k, "0|7|30|(int)i|(int)(i & 31)")));
        return;
    }
    const char *to = place(k, a);
    switch (draw(k, 4)) {
    case 0:
        line(k, "%s;", text_assign(to, "=", text("(int)(i & 1023)")));
        break;
    case 1:
        line(k, "%s;", text_assign(to, "=", text("%s + 1", text_read(place(k, a)))));
        break;
    case 2:
        line(k, "%s;", text_assign(to, "=", text("3 * (%s & 1023) + 1", text_read(to))));
        break;
    default:
        line(k, "%s;", text_assign(to, "=", text("%s + (int)(i & 7)", text_read(place(k, b)))));
    }
}
