/*
 * The objects of a kernel, and subscripts into them.
 */
#include "gen.h"

#include <string.h>

int fresh(struct kernel_text *k)
{
    return k->unique++;
}

bool has(const struct kernel_text *k, unsigned feature)
{
    return (k->features & feature) != 0;
}

unsigned draw(struct kernel_text *k, unsigned limit)
{
    return rng_below(k->rng, limit);
}

bool maybe(struct kernel_text *k, unsigned percent)
{
    return rng_percent(k->rng, percent);
}

char *word(struct kernel_text *k, const char *words)
{
    return rng_word(k->rng, words);
}

bool is_floating(const char *type)
{
    return !strcmp(type, "double") || !strcmp(type, "float");
}

static struct array *add_array(struct kernel_text *k, struct array array)
{
    if (k->array_count == MAX_ARRAYS)
        return &k->arrays[MAX_ARRAYS - 1];
    k->arrays[k->array_count] = array;
    return &k->arrays[k->array_count++];
}

struct scalar *add_scalar(struct kernel_text *k, const char *name, const char *type)
{
    if (k->scalar_count == MAX_SCALARS)
        return &k->scalars[MAX_SCALARS - 1];
    k->scalars[k->scalar_count] = (struct scalar){.name = name, .type = type};
    return &k->scalars[k->scalar_count++];
}

static char *element_type(struct kernel_text *k)
{
    return word(k, "int|int|int|double|double|unsigned|long|short|float|unsigned char");
}

/* Fill, registration and show of COUNT elements at START, in the function around the kernel. */
static void manage(struct kernel_text *k, const char *type, const char *name, const char *start,
                   const char *count)
{
    lines_add(&k->fill, "    for (int z = 0; z < (int)(%s); z++)\n", count);
    lines_add(&k->fill, "        (%s)[z] = (%s)(mix(e + %d, z) %% %d);\n", start, type,
              fresh(k) * 31, is_floating(type) ? 50 : 20);
    lines_add(&k->registers, "%s",
              text_recorder(
                  text("    rec_object(%s, sizeof(%s) * (size_t)(%s));\n", start, type, count)));
    lines_add(&k->show, "    SHOW(\"%s\", \"%s\", %s, %s, %s);\n", name,
              is_floating(type) ? "%.17g" : "%ld", is_floating(type) ? "double" : "long", start,
              count);
}

static void declare_global(struct kernel_text *k, const char *name)
{
    const char *type = element_type(k);
    struct array a = {.suffix = "", .type = type, .dims = 1, .is_plain = true};
    const char *storage = maybe(k, 50) ? "static " : "";
    if (has(k, F_MULTI) && maybe(k, 70))
        a.dims = 2 + (int)draw(k, 2);
    a.name = text("%s_%d", name, k->id);
    if (a.dims == 1) {
        a.extent[0] = has(k, F_WRAP) && maybe(k, 60) ? 300 : LENGTH;
        lines_add(&k->globals, "%s%s %s[%d];\n", storage, type, a.name, a.extent[0]);
        manage(k, type, a.name, a.name, text("%d", a.extent[0]));
    } else if (a.dims == 2) {
        a.extent[0] = 14;
        a.extent[1] = 10 + (int)draw(k, 4);
        lines_add(&k->globals, "%s%s %s[%d][%d];\n", storage, type, a.name, a.extent[0],
                  a.extent[1]);
        manage(k, type, a.name, text("&%s[0][0]", a.name), text("%d", a.extent[0] * a.extent[1]));
    } else {
        a.extent[0] = 12;
        a.extent[1] = 8;
        a.extent[2] = 6;
        lines_add(&k->globals, "%s%s %s[12][8][6];\n", storage, type, a.name);
        manage(k, type, a.name, text("&%s[0][0][0]", a.name), "576");
    }
    add_array(k, a);
}

static void declare_local(struct kernel_text *k, const char *name)
{
    const char *type = element_type(k);
    struct array a = {.name = name, .suffix = "", .type = type, .dims = 1, .is_plain = true};
    bool floating = is_floating(type);
    a.extent[0] = LENGTH;
    if (has(k, F_VLA) && maybe(k, 70)) {
        a.dims = 2;
        a.extent[0] = a.extent[1] = 14;
        lines_add(&k->locals, "    int width_%s = 14 + 0 * (int)(n > 0);\n", name);
        lines_add(&k->locals, "    %s %s[14][width_%s];\n", type, name, name);
        lines_add(&k->locals, "    for (int z = 0; z < 14 * 14; z++)\n");
        lines_add(&k->locals, "        %s[z / 14][z %% 14] = (%s)(z %% 9);\n", name, type);
        lines_add(&k->after, "    SHOW(\"%s\", \"%s\", %s, &%s[0][0], 196);\n", name,
                  floating ? "%.17g" : "%ld", floating ? "double" : "long", name);
    } else {
        lines_add(&k->locals, "    %s %s[%d];\n", type, name, LENGTH);
        lines_add(&k->locals, "    for (int z = 0; z < %d; z++)\n", LENGTH);
        lines_add(&k->locals, "        %s[z] = (%s)(z %% 11);\n", name, type);
        lines_add(&k->after, "    SHOW(\"%s\", \"%s\", %s, %s, %d);\n", name,
                  floating ? "%.17g" : "%ld", floating ? "double" : "long", name, LENGTH);
    }
    lines_add(&k->locals, "%s",
              text_recorder(text("    rec_object(%s, sizeof %s);\n", name, name)));
    add_array(k, a);
}

static void declare_heap(struct kernel_text *k, const char *name)
{
    const char *type = element_type(k);
    struct array a = {.name = name, .suffix = "", .type = type, .dims = 1, .is_plain = true};
    bool floating = is_floating(type);
    a.extent[0] = LENGTH;
    lines_add(&k->locals, "    %s *%s = malloc(%d * sizeof *%s);\n", type, name, LENGTH, name);
    lines_add(&k->locals, "    for (int z = 0; z < %d; z++)\n", LENGTH);
    lines_add(&k->locals, "        %s[z] = (%s)(z %% 11);\n", name, type);
    lines_add(&k->locals, "%s",
              text_recorder(text("    rec_object(%s, %d * sizeof *%s);\n", name, LENGTH, name)));
    lines_add(&k->after, "    SHOW(\"%s\", \"%s\", %s, %s, %d);\n", name,
              floating ? "%.17g" : "%ld", floating ? "double" : "long", name, LENGTH);
    lines_add(&k->after, "    free(%s);\n", name);
    add_array(k, a);
}

/* One or two pointer parameters; two may point into one buffer, d elements apart. */
static void declare_pointers(struct kernel_text *k)
{
    const char *type = element_type(k);
    bool two = has(k, F_ALIAS) || maybe(k, 40);
    bool restricted = two && maybe(k, has(k, F_ALIAS) ? 35 : 90);
    const char *q = restricted ? "restrict " : "";
    bool const_second = maybe(k, 25);
    struct array a = {
        .name = "p", .suffix = "", .type = type, .dims = 1, .extent = {128}, .is_plain = true};
    lines_add(&k->globals, "static %s buffer_%d[256], other_%d[256];\n", type, k->id, k->id);
    manage(k, type, "buffer", text("buffer_%d", k->id), "256");
    manage(k, type, "other", text("other_%d", k->id), "256");
    lines_add(&k->parameters, ", %s *%sp", type, q);
    lines_add(&k->arguments, ", buffer_%d", k->id);
    add_array(k, a);
    if (!two)
        return;
    a.name = "q";
    a.is_const = const_second;
    lines_add(&k->parameters, ", %s%s *%sq", const_second ? "const " : "", type, q);
    if (restricted)
        lines_add(&k->arguments, ", other_%d + d %% 64", k->id);
    else if (maybe(k, 60))
        lines_add(&k->arguments, ", d < 100 ? buffer_%d + d : other_%d", k->id, k->id);
    else if (maybe(k, 60))
        lines_add(&k->arguments, ", &other_%d[d & 63]", k->id);
    else
        lines_add(&k->arguments, ", buffer_%d + d %% 100", k->id);
    add_array(k, a);
}

static void declare_derived(struct kernel_text *k)
{
    struct array *base = &k->arrays[draw(k, (unsigned)k->array_count)];
    if (base->dims != 1 || !base->is_plain || base->is_const)
        return;
    struct array a = *base;
    int offset = (int)draw(k, 4) * (maybe(k, 30) ? 10 : 1);
    a.name = text("r%d", fresh(k));
    a.extent[0] -= offset + 8;
    if (maybe(k, 50))
        lines_add(&k->locals, "    %s *%s = %s + %d;\n", a.type, a.name, base->name, offset);
    else
        lines_add(&k->locals, "    %s *%s = %s + (k & 7);\n", a.type, a.name, base->name);
    add_array(k, a);
}

static void declare_struct(struct kernel_text *k)
{
    const char *type = element_type(k), *other = element_type(k);
    int id = fresh(k);
    bool by_pointer = maybe(k, 50);
    lines_add(&k->globals, "struct s%d_%d {\n    %s x[%d], y[%d];\n    %s one;\n};\n", id, k->id,
              type, LENGTH, LENGTH, type);
    lines_add(&k->globals, "struct s%d_%d g%d_%d;\n", id, k->id, id, k->id);
    manage(k, type, "member", text("((%s *)&g%d_%d)", type, id, k->id), text("%d", 2 * LENGTH + 1));
    const char *name = text("g%d_%d.", id, k->id);
    if (by_pointer) {
        lines_add(&k->parameters, ", struct s%d_%d *h%d", id, k->id, id);
        lines_add(&k->arguments, ", &g%d_%d", id, k->id);
        name = text("h%d->", id);
    }
    struct array a = {.suffix = "", .type = type, .dims = 1, .extent = {LENGTH}, .is_plain = true};
    a.name = text("%sx", name);
    add_array(k, a);
    a.name = text("%sy", name);
    add_array(k, a);
    add_scalar(k, text("%sone", name), type);

    lines_add(&k->globals, "struct t%d_%d {\n    %s x, y;\n    %s z;\n};\n", id, k->id, type,
              other);
    lines_add(&k->globals, "static struct t%d_%d u%d_%d[%d];\n", id, k->id, id, k->id, LENGTH);
    lines_add(&k->fill, "    for (int z = 0; z < %d; z++)\n", LENGTH);
    lines_add(&k->fill, "        u%d_%d[z] = (struct t%d_%d){(%s)(z %% 7), (%s)(z %% 5), 3};\n", id,
              k->id, id, k->id, type, type);
    lines_add(
        &k->registers, "%s",
        text_recorder(text("    rec_object(u%d_%d, sizeof u%d_%d);\n", id, k->id, id, k->id)));
    lines_add(&k->show, "    for (int z = 0; z < %d; z++)\n", LENGTH);
    lines_add(&k->show, "        printf(\" %%.17g %%.17g %%.17g\", (double)u%d_%d[z].x,\n", id,
              k->id);
    lines_add(&k->show, "               (double)u%d_%d[z].y, (double)u%d_%d[z].z);\n", id, k->id,
              id, k->id);
    struct array of = {.dims = 1, .extent = {LENGTH}, .type = type};
    of.name = text("u%d_%d", id, k->id);
    of.suffix = ".x";
    add_array(k, of);
    of.suffix = ".y";
    add_array(k, of);
    of.suffix = ".z";
    of.type = other;
    add_array(k, of);
}

void declare_outer_scalar(struct kernel_text *k, const char *name, const char *type, bool is_shown)
{
    switch (is_shown ? draw(k, 3) : 0) {
    case 0:
        lines_add(&k->locals, "    %s %s = 5;\n", type, name);
        lines_add(&k->locals, "%s",
                  text_recorder(text("    rec_object(&%s, sizeof %s);\n", name, name)));
        if (is_shown)
            lines_add(&k->after, "    SHOW(\"%s\", \"%%.17g\", double, &%s, 1);\n", name, name);
        else
            lines_add(&k->after, "    (void)%s;\n", name);
        break;
    case 1:
        lines_add(&k->globals, "%s%s %s;\n", maybe(k, 50) ? "static " : "", type, name);
        lines_add(&k->fill, "    %s = 7;\n", name);
        lines_add(&k->registers, "%s",
                  text_recorder(text("    rec_object(&%s, sizeof %s);\n", name, name)));
        lines_add(&k->show, "    SHOW(\"%s\", \"%%.17g\", double, &%s, 1);\n", name, name);
        break;
    default:
        lines_add(&k->globals, "static %s %s_at;\n", type, name);
        lines_add(&k->fill, "    %s_at = 7;\n", name);
        lines_add(&k->registers, "%s",
                  text_recorder(text("    rec_object(&%s_at, sizeof %s_at);\n", name, name)));
        lines_add(&k->show, "    SHOW(\"%s\", \"%%.17g\", double, &%s_at, 1);\n", name, name);
        lines_add(&k->parameters, ", %s *%s_to", type, name);
        lines_add(&k->arguments, ", &%s_at", name);
        lines_add(&k->locals, "#define %s (*%s_to)\n", name, name);
    }
}

void declare_arrays(struct kernel_text *k)
{
    declare_global(k, "a");
    if (maybe(k, 70))
        declare_global(k, "b");
    if (maybe(k, 40))
        declare_global(k, "c");
    if (has(k, F_VLA) || maybe(k, 25))
        declare_local(k, "v");
    if (maybe(k, 20))
        declare_heap(k, "w");
    if (has(k, F_ALIAS | F_POINTER) || maybe(k, 30))
        declare_pointers(k);
    if (has(k, F_ALIAS | F_POINTER) && maybe(k, 60))
        declare_derived(k);
    if (has(k, F_STRUCT))
        declare_struct(k);
    if (has(k, F_INDIRECT | F_DATA)) {
        lines_add(&k->globals, "static int idx_%d[%d];\n", k->id, LENGTH);
        lines_add(&k->fill, "    for (int z = 0; z < %d; z++)\n", LENGTH);
        lines_add(&k->fill,
                  "        idx_%d[z] = e %% 2 ? (z * 5 + (int)(e %% 64)) %% 64 : "
                  "(int)(mix(e, z) %% 20);\n",
                  k->id);
        lines_add(&k->registers, "%s",
                  text_recorder(text("    rec_object(idx_%d, sizeof idx_%d);\n", k->id, k->id)));
    }
}

struct array *any_array(struct kernel_text *k, bool to_write)
{
    for (;;) {
        struct array *array = &k->arrays[draw(k, (unsigned)k->array_count)];
        if (!to_write || !array->is_const)
            return array;
    }
}

static const char *inner_or_outer(struct kernel_text *k)
{
    return k->counters[draw(k, (unsigned)k->counter_count)];
}

static char *divided(struct kernel_text *k, const char *c)
{
    switch (draw(k, 6)) {
    case 0:
        return text("%s / %u", c, 2 + draw(k, 3));
    case 1:
        return text("%s %% %u", c, 2 + draw(k, 8));
    case 2:
        return text("%s >> 1", c);
    case 3:
        return text("%s & %s", c, word(k, "1|3|7|15|-2|-4"));
    case 4:
        return text("%s / %u * %u + %s %% %u", c, 3u, 2 + draw(k, 3), c, 3u);
    default:
        return text("(%s + %u) %% 16", c, draw(k, 20));
    }
}

static char *wrapped(struct kernel_text *k, const char *c)
{
    switch (draw(k, 7)) {
    case 0:
        return text("(unsigned char)(%s + %s)", c, word(k, "m|k|250|1|200"));
    case 1:
        return text("(unsigned char)(%s - %s)", c, word(k, "1|2|m"));
    case 2:
        return text("(size_t)%s - %s", c, word(k, "1|2|m"));
    case 3:
        return text("(unsigned)%s + (unsigned)%s", c, word(k, "m|k|-1|-2|1"));
    case 4:
        return text("(short)(%s + %s)", c, word(k, "m|k|65535|65537"));
    case 5:
        return text("(unsigned char)(%s * %s)", c, word(k, "2|3|16|32|100|255"));
    default:
        return text("(unsigned short)(%s + m) %% 40u", c);
    }
}

static char *symbolic(struct kernel_text *k, const char *c)
{
    switch (draw(k, 9)) {
    case 0:
        return text("%s + m", c);
    case 1:
        return text("%s + k", c);
    case 2:
        return text("n - 1 - %s", c);
    case 3:
        return text("%s - k", c);
    case 4:
        return text("2 * %s + m", c);
    case 5:
        return text("%s + n", c);
    case 6:
        return text("s * %s", c);
    case 7:
        return text("m");
    default:
        return text("m - %s", c);
    }
}

static char *affine(struct kernel_text *k, const char *c, bool is_outer)
{
    int low = is_outer ? k->low : 0;
    switch (draw(k, 9)) {
    case 0:
    case 1:
        return text("%s + %u", c, 1 + draw(k, 3));
    case 2:
    case 3:
        return low ? text("%s - %u", c, 1 + draw(k, (unsigned)low)) : text("%s + 1", c);
    case 4:
        return text("2 * %s", c);
    case 5:
        return text("2 * %s + 1", c);
    case 6:
        return text("%u - %s", 20 + draw(k, 20), c);
    case 7:
        return text("%u", draw(k, 8));
    default:
        return text("3 * %s + %u", c, draw(k, 3));
    }
}

char *subscript(struct kernel_text *k, bool to_write, int extent)
{
    const char *c = k->counters[0];
    unsigned plain = to_write ? 65 : 45;
    bool is_outer = true;
    if (k->counter_count > 1 && maybe(k, 30)) {
        c = inner_or_outer(k);
        is_outer = c == k->counters[0];
    }
    if (maybe(k, plain))
        return text("%s", c);
    switch (draw(k, 7)) {
    case 0:
        if (has(k, F_SYMBOLS))
            return symbolic(k, c);
        break;
    case 1:
        if (has(k, F_DIVIDE))
            return divided(k, c);
        break;
    case 2:
        if (has(k, F_WRAP))
            return wrapped(k, c);
        break;
    case 3:
        if (has(k, F_INDIRECT) && extent >= LENGTH)
            return text_read(text("idx_%d[%s]", k->id, text_index(c, LENGTH)));
        break;
    case 4:
        if (k->counter_count > 1)
            return text("%s + %s", k->counters[0], inner_or_outer(k));
        break;
    case 5:
        if (k->counter_count > 1)
            return text("%u * %s + %s", 2 + draw(k, 4), k->counters[0],
                        k->counters[1 + draw(k, (unsigned)k->counter_count - 1)]);
        break;
    default:
        break;
    }
    return has(k, F_OFFSETS) ? affine(k, c, is_outer) : text("%s", c);
}

char *element(struct kernel_text *k, const struct array *array, bool to_write)
{
    char *place = text("%s", array->name);
    int outer_at = maybe(k, 75) ? 0 : (int)draw(k, (unsigned)array->dims);
    for (int d = 0; d < array->dims; d++) {
        char *index;
        if (array->dims > 1 && d == outer_at && maybe(k, 75))
            index = text("%s", k->counters[0]);
        else if (array->dims > 1 && k->counter_count > 1 && maybe(k, 70))
            index = text("%s", k->counters[1 + draw(k, (unsigned)k->counter_count - 1)]);
        else
            index = subscript(k, to_write, array->extent[d]);
        place = text("%s[%s]", place, text_index(index, array->extent[d]));
    }
    return text("%s%s", place, array->suffix);
}
