/*
 * Values and conditions. Integer values stay small enough that sums of some of them do not
 * overflow; what overflows all the same has no meaning, and the recorder drops it.
 */
#include "gen.h"

static char *array_value(struct kernel_text *k, bool floating)
{
    for (int tries = 0; tries < 10; tries++) {
        struct array *array = any_array(k, false);
        if (array->is_private || (is_floating(array->type) && !floating))
            continue;
        return text_read(element(k, array, false));
    }
    return text("%u", draw(k, 10));
}

static char *scalar_value(struct kernel_text *k, bool floating)
{
    if (k->scalar_count) {
        struct scalar *scalar = &k->scalars[draw(k, (unsigned)k->scalar_count)];
        if (floating || !is_floating(scalar->type))
            return text_read(scalar->name);
    }
    return text("%s", k->counters[draw(k, (unsigned)k->counter_count)]);
}

static char *leaf(struct kernel_text *k, bool floating)
{
    switch (draw(k, 10)) {
    case 0:
        return text("%u", draw(k, 10));
    case 1:
    case 2:
        return text("%s", k->counters[draw(k, (unsigned)k->counter_count)]);
    case 3:
    case 4:
        return scalar_value(k, floating);
    default:
        return array_value(k, floating);
    }
}

char *value(struct kernel_text *k, bool floating, int depth)
{
    if (depth <= 0 || maybe(k, 30))
        return leaf(k, floating);
    switch (draw(k, 8)) {
    case 0:
        return text("(%s - %s)", value(k, floating, depth - 1), value(k, floating, depth - 1));
    case 1:
        return text("(%s * %u)", value(k, floating, depth - 1), 2 + draw(k, 3));
    case 2:
        if (has(k, F_GUARD | F_DATA))
            return text("(%s ? %s : %s)", condition(k), value(k, floating, depth - 1),
                        value(k, floating, depth - 1));
        return leaf(k, floating);
    case 3:
        if (!floating)
            return text("(%s ^ %s)", value(k, false, depth - 1), leaf(k, false));
        return text("%s * 0.5", value(k, floating, depth - 1));
    default:
        return text("%s + %s", value(k, floating, depth - 1), value(k, floating, depth - 1));
    }
}

static char *affine_condition(struct kernel_text *k)
{
    const char *c = k->counters[draw(k, (unsigned)k->counter_count)];
    switch (draw(k, 9)) {
    case 0:
        return text("%s < %s", c, word(k, "m|k|5|n - 1|3"));
    case 1:
        return text("%s >= %s", c, word(k, "m|k|5|1|3"));
    case 2:
        return text("%s %% 2 == %u", c, draw(k, 2));
    case 3:
        return text("%s %% %u == %u", c, 3 + draw(k, 2), draw(k, 3));
    case 4:
        return text("%s == %s", c, word(k, "m|k|0|1|n - 1|4"));
    case 5:
        return text("%s != %s", c, word(k, "m|k|0|1|n - 1|4"));
    case 6:
        return text("%s > 2 && %s < %s", c, c, word(k, "m|n - 2|9"));
    case 7:
        return k->counter_count > 1 ? text("%s <= %s", k->counters[0], k->counters[1])
                                    : text("%s < 4 || %s > 6", c, c);
    default:
        return text("%s", word(k, "m > 0|k == 2|n > 5|m < n|m != k"));
    }
}

char *condition(struct kernel_text *k)
{
    if (has(k, F_GUARD) && (!has(k, F_DATA) || maybe(k, 50)))
        return affine_condition(k);
    switch (draw(k, 4)) {
    case 0:
        return text("%s > %u", leaf(k, true), draw(k, 12));
    case 1:
        return text("%s & 1", leaf(k, false));
    case 2:
        return text("%s %s %s", leaf(k, true), word(k, "<|>|==|!=|<="), leaf(k, true));
    default:
        return text("%s > %u && %s", leaf(k, false), draw(k, 8), affine_condition(k));
    }
}
