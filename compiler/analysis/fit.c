/*
 * In y * w + x the product may wrap round as far as the types go, and hardly ever does. The least
 * and the greatest value over the whole loop are computed before it and compared with the type.
 */
#include "fit.h"

#include "guard.h"
#include "hull.h"
#include "render.h"

#include <inttypes.h>

static bool is_repeated(const struct trace *trace, size_t index)
{
    const struct fit *fit = &trace->fits.items[index];
    for (size_t k = 0; k < index; k++) {
        const struct fit *other = &trace->fits.items[k];
        if (other->context == fit->context && other->type == fit->type &&
            poly_equal(other->value, fit->value))
            return true;
    }
    return false;
}

static unsigned value_bits(const struct type *type)
{
    return 8 * (unsigned)type->size - type->is_signed;
}

static const char *least_of(struct arena *arena, const struct type *type)
{
    if (!type || !type->is_signed)
        return "0";
    return arena_printf(arena, "-%" PRId64 "ll - 1", INT64_MAX >> (63 - value_bits(type)));
}

/* NULL: there is no greatest value. */
static const char *greatest_of(struct arena *arena, const struct type *type)
{
    if (!type)
        return NULL;
    return arena_printf(arena, "%" PRIu64 "ull", UINT64_MAX >> (64 - value_bits(type)));
}

/* Whether some value is known to be beyond the type. */
static bool is_never_so(const struct type *type, const struct hull *hull)
{
    unsigned bits = type ? value_bits(type) : 63;
    int64_t value;
    for (size_t k = 0; k < hull->highs.count; k++)
        if (bits < 63 && poly_is_constant(hull->highs.items[k], &value) && value >> bits > 0)
            return true;
    for (size_t k = 0; k < hull->lows.count; k++)
        if (poly_is_constant(hull->lows.items[k], &value) && value < 0 &&
            !(type && type->is_signed))
            return true;
    return false;
}

static const char *fits_text(struct arena *arena, const struct poly *value)
{
    const char *name = poly_name(arena, value);
    return arena_printf(arena, "%s does not wrap round",
                        name ? name : "what loops inside count with");
}

static bool guard_fit(struct loop *loop, const struct fit *fit)
{
    struct trace *trace = loop->trace;
    struct arena *arena = trace->arena;
    struct hull hull;
    if (!hull_of_value(trace, fit->context, fit->value, &hull))
        return false;
    const char *low = hull_text(arena, loop, "ppar_least", hull.lows.items, hull.lows.count);
    const char *high = hull_text(arena, loop, "ppar_greatest", hull.highs.items, hull.highs.count);
    if (!low || !high)
        return false;
    if (is_never_so(fit->type, &hull))
        return false;
    const char *most = greatest_of(arena, fit->type);
    const char *condition =
        most ? arena_printf(arena, "%s <= %s", guard_value(arena, loop, high), most) : NULL;
    int64_t least;
    bool is_natural =
        hull.lows.count == 1 && poly_is_constant(hull.lows.items[0], &least) && least >= 0;
    if (!is_natural)
        condition = arena_printf(arena, "%s >= %s%s%s", guard_value(arena, loop, low),
                                 least_of(arena, fit->type), condition ? " && " : "",
                                 condition ? condition : "");
    if (condition)
        add_guard(arena, loop, fit->text ? fit->text : fits_text(arena, fit->value), condition);
    return true;
}

/* The runtime tells when it counts the iterations. */
static void guard_counters(struct loop *loop)
{
    struct trace *trace = loop->trace;
    for (unsigned k = 0; k < trace->level_count; k++)
        if (trace->levels[k].may_go_round)
            add_guard(trace->arena, loop,
                      arena_printf(trace->arena, "%s meets its bound without wrapping round",
                                   loop->levels.items[k].shape.counter->name),
                      NULL);
}

bool guard_fits(struct loop *loop)
{
    guard_counters(loop);
    for (size_t k = 0; k < loop->trace->fits.count; k++)
        if (!is_repeated(loop->trace, k) && !guard_fit(loop, &loop->trace->fits.items[k]))
            return false;
    return true;
}
