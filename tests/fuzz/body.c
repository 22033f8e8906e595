/*
 * Statements.
 */
#include "gen.h"

#include <stdarg.h>
#include <string.h>

void line(struct kernel_text *k, const char *format, ...)
{
    char buffer[8192];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(buffer, sizeof buffer, format, arguments);
    va_end(arguments);
    lines_add(&k->body, "%*s%s\n", 4 * k->depth, "", buffer);
}

static struct array *writable(struct kernel_text *k)
{
    for (int tries = 0; tries < 20; tries++) {
        struct array *array = any_array(k, true);
        if (!array->is_private)
            return array;
    }
    return &k->arrays[0];
}

static void assign_element(struct kernel_text *k)
{
    struct array *array = writable(k);
    char *place = element(k, array, true);
    bool floating = is_floating(array->type);
    switch (draw(k, 8)) {
    case 0:
        line(k, "%s;", text_assign(place, word(k, "+=|-="), value(k, floating, 1)));
        break;
    case 1:
        line(k, "%s;", text_assign(place, word(k, "++|--"), ""));
        break;
    case 2:
        line(k, "%s;", text_update(place, word(k, "+|-"), value(k, floating, 1)));
        break;
    default:
        line(k, "%s;", text_assign(place, "=", value(k, floating, 2)));
    }
}

/* The statements inside braces, at one more level. Scalars that they declare go out of scope. */
static void block(struct kernel_text *k, int count)
{
    int scalars = k->scalar_count;
    bool annotated = k->in_annotated;
    k->depth++;
    statements(k, count);
    k->depth--;
    k->in_annotated = annotated;
    k->scalar_count = scalars;
}

static void branch(struct kernel_text *k)
{
    line(k, "if (%s) {", condition(k));
    block(k, 1 + (int)draw(k, 2));
    if (maybe(k, 40)) {
        line(k, "} else {");
        block(k, 1 + (int)draw(k, 2));
    }
    line(k, "}");
}

/* The header of a loop inside, with the new counter C. */
static char *inner_header(struct kernel_text *k, const char *c)
{
    const char *i = k->counters[draw(k, (unsigned)k->counter_count)];
    const char *type = has(k, F_WRAP) ? word(k, "int|unsigned|long|unsigned char|size_t|short")
                                      : word(k, "int|int|int|long|unsigned");
    const char *bound =
        has(k, F_SYMBOLS) ? word(k, "5|8|10|n|m|k|n - 1|n / 2") : word(k, "4|5|8|10|n|m");
    switch (draw(k, 12)) {
    case 0:
        return text("for (%s %s = 0; %s < %s; %s++)", type, c, c, i, c);
    case 1:
        return text("for (%s %s = 0; %s <= %s; %s++)", type, c, c, i, c);
    case 2:
        return text("for (%s %s = %s; %s < %s; %s++)", type, c, i, c, bound, c);
    case 3:
        return text("for (%s %s = 0; %s < %s; %s += %u)", type, c, c, bound, c, 2 + draw(k, 2));
    case 4:
        return text("for (int %s = %s - 1; %s >= 0; %s--)", c, bound, c, c);
    case 5:
        return text("for (%s %s = %s; %s > 0; %s--)", type, c, word(k, "5|9|3"), c, c);
    case 6:
        return text("for (%s %s = 1; %s < %s; %s++)", type, c, c, bound, c);
    case 7:
        return text("for (%s %s = 0; %s != %s; %s++)", type, c, c, bound, c);
    default:
        return text("for (%s %s = 0; %s < %s; %s++)", type, c, c, bound, c);
    }
}

static void inner_loop(struct kernel_text *k)
{
    if (k->counter_count >= 4) {
        assign_element(k);
        return;
    }
    const char *c = text("j%d", fresh(k));
    line(k, "%s {", inner_header(k, c));
    int scalars = k->scalar_count;
    bool annotated = k->in_annotated;
    k->in_annotated = false;
    k->counters[k->counter_count++] = c;
    k->depth++;
    k->loop_depth++;
    line(k, "%s", text_recorder("rec_tick();"));
    statements(k, 1 + (int)draw(k, 2));
    k->depth--;
    k->loop_depth--;
    k->counter_count--;
    k->in_annotated = annotated;
    k->scalar_count = scalars;
    line(k, "}");
}

static void while_loop(struct kernel_text *k)
{
    const char *c = text("t%d", fresh(k));
    bool annotated = k->in_annotated;
    int scalars = k->scalar_count;
    line(k, "int %s = 0;", c);
    line(k, maybe(k, 70) ? "while (%s < %u) {" : "for (; %s < %u;) {", c, 3 + draw(k, 6));
    k->in_annotated = false;
    k->counters[k->counter_count++] = c;
    k->depth++;
    k->loop_depth++;
    line(k, "%s", text_recorder("rec_tick();"));
    if (maybe(k, 60))
        line(k, "if (%s)\n%*sbreak;", condition(k), 4 * k->depth + 4, "");
    statements(k, 1 + (int)draw(k, 2));
    line(k, "%s++;", c);
    k->depth--;
    k->loop_depth--;
    k->counter_count--;
    k->in_annotated = annotated;
    k->scalar_count = scalars;
    line(k, "}");
}

static void switch_statement(struct kernel_text *k)
{
    bool annotated = k->in_annotated;
    line(k, "switch (%s %% 3) {", maybe(k, 50) ? text("%s", k->counters[0]) : value(k, false, 0));
    for (int c = 0; c < 2; c++) {
        line(k, "case %d: {", c);
        block(k, 1);
        line(k, "}");
        if (maybe(k, 70)) {
            k->depth++;
            line(k, "break;");
            k->depth--;
        }
    }
    if (maybe(k, 60)) {
        line(k, "default: {");
        block(k, 1);
        line(k, "}");
    } else {
        line(k, "case 7:;");
    }
    line(k, "}");
    k->in_annotated = annotated;
}

static void forward_goto(struct kernel_text *k)
{
    int label = fresh(k);
    line(k, "if (%s)\n%*sgoto past%d;", condition(k), 4 * k->depth + 4, "", label);
    line(k, "{");
    block(k, 1 + (int)draw(k, 2));
    line(k, "}");
    line(k, "past%d:;", label);
}

static void control(struct kernel_text *k)
{
    switch (draw(k, 4)) {
    case 0:
        line(k, "if (%s)\n%*scontinue;", condition(k), 4 * k->depth + 4, "");
        break;
    case 1:
        while_loop(k);
        break;
    case 2:
        switch_statement(k);
        break;
    default:
        forward_goto(k);
    }
}

/* Mostly not in the first iterations. */
static void leave(struct kernel_text *k)
{
    char *when = maybe(k, 60) ? text("%s == %u", k->counters[0], 3 + draw(k, 22)) : condition(k);
    if (k->in_callee)
        assign_element(k);
    else if (k->in_annotated && maybe(k, 60))
        line(k, "if (%s)\n%*sbreak;", when, 4 * k->depth + 4, "");
    else
        line(k, "if (%s) {%s return; }", when, text_recorder(" rec_end();"));
}

typedef void statement_maker(struct kernel_text *k);

static const struct {
    unsigned feature;
    unsigned weight;
    statement_maker *make;
} makers[] = {
    {0, 30, assign_element},         {F_NESTED, 25, inner_loop},   {F_GUARD | F_DATA, 15, branch},
    {F_CONTROL, 30, control},        {F_SCALAR, 30, idiom_scalar}, {F_SCRATCH, 30, idiom_scratch},
    {F_REDUCE, 25, idiom_reduction}, {F_CALLEE, 30, idiom_callee}, {F_POINTER, 25, idiom_pointer},
    {F_LIBRARY, 25, idiom_library},  {F_LINEAR, 30, idiom_linear}, {F_TEMP, 25, idiom_temporary},
    {F_RECORD, 30, idiom_record},    {F_STRING, 30, idiom_string}, {F_STATE, 30, idiom_state},
    {F_ROWS, 30, idiom_rows},        {F_FORMS, 30, idiom_form},    {F_FOLDS, 40, idiom_fold},
    {F_APPEND, 60, idiom_append},    {F_EDGE, 200, idiom_edge},    {F_LEAVE, 30, leave},
};

void statement(struct kernel_text *k)
{
    enum { MAKERS = sizeof makers / sizeof *makers };
    unsigned total = 0;
    if (k->depth > 5 || k->body.length > 4000) {
        assign_element(k);
        return;
    }
    for (int f = 0; f < MAKERS; f++)
        if (!makers[f].feature || has(k, makers[f].feature))
            total += makers[f].weight;
    unsigned which = draw(k, total);
    for (int f = 0; f < MAKERS; f++) {
        if (makers[f].feature && !has(k, makers[f].feature))
            continue;
        if (which < makers[f].weight) {
            makers[f].make(k);
            return;
        }
        which -= makers[f].weight;
    }
}

void statements(struct kernel_text *k, int count)
{
    for (int s = 0; s < count; s++)
        statement(k);
}
