/*
 * Each reduction gets a static function of its own type and operator, at the head of the generated
 * file. Identities: -0.0 for sums, since -0.0 + x is x for every x, -0.0 itself included; 1 for
 * products; an infinity for maxima and minima, which only choose; NaN for fmax and fmin, which pass
 * over it; 2 for '&&', which no result of '&&' is, so that a part without an update can be told.
 * What is idempotent for integers starts from the value before the loop.
 */
#include "reduction.h"

#include "../analysis/best.h"
#include "../analysis/fold_call.h"
#include "../analysis/render.h"

#include <string.h>

static const char *operator_text(const struct fold *fold)
{
    static const char *const texts[] = {
        [REDUCTION_ADD] = "add",        [REDUCTION_MUL] = "multiply",
        [REDUCTION_AND] = "and",        [REDUCTION_OR] = "or",
        [REDUCTION_XOR] = "xor",        [REDUCTION_LOGICAL_AND] = "all",
        [REDUCTION_LOGICAL_OR] = "any", [REDUCTION_MIN] = "min",
        [REDUCTION_MAX] = "max",        [REDUCTION_FUNCTION] = "",
    };
    return texts[fold->op];
}

const char *combine_name(struct arena *arena, const struct fold *fold)
{
    char *type = arena_strdup(arena, number_type_text(fold->type));
    for (char *p = type; *p; p++)
        if (*p == ' ')
            *p = '_';
    const char *variant = fold->by_function ? "f" : fold->takes_equal ? "last_" : "";
    const char *count =
        fold->count == 1 ? "" : arena_printf(arena, "_%lld", (long long)fold->count);
    return arena_printf(arena, "ppar_%s%s_%s%s", variant, operator_text(fold), type, count);
}

/* fmax for double, fmaxf, fmaxl */
static const char *extreme_function(struct arena *arena, const struct fold *fold)
{
    const char *suffix = fold->type->size == 4 ? "f" : fold->type->size == 8 ? "" : "l";
    return arena_printf(arena, "__builtin_f%s%s", operator_text(fold), suffix);
}

/* The statement that folds part into acc, both lvalues. */
static const char *statement(struct arena *arena, const struct fold *fold, const char *acc,
                             const char *part)
{
    const char *type = number_type_text(fold->type), *equal = fold->takes_equal ? "=" : "";
    if (fold->by_function)
        return arena_printf(arena, "%s = %s(%s, %s);", acc, extreme_function(arena, fold), acc,
                            part);
    switch (fold->op) {
    case REDUCTION_ADD:
        if (fold->count > 1 && fold->type->kind == TYPE_FLOATING) /* most are not touched */
            return arena_printf(arena, "if (%s != 0)\n            %s += %s;", part, acc, part);
        return arena_printf(arena, "%s = (%s)(%s + %s);", acc, type, acc, part);
    case REDUCTION_MUL:
        return arena_printf(arena, "%s = (%s)(%s * %s);", acc, type, acc, part);
    case REDUCTION_AND:
        return arena_printf(arena, "%s = (%s)(%s & %s);", acc, type, acc, part);
    case REDUCTION_OR:
        return arena_printf(arena, "%s = (%s)(%s | %s);", acc, type, acc, part);
    case REDUCTION_XOR:
        return arena_printf(arena, "%s = (%s)(%s ^ %s);", acc, type, acc, part);
    case REDUCTION_LOGICAL_AND:
        if (fold->type->is_bool)
            return arena_printf(arena, "%s = %s && %s;", acc, acc, part);
        return arena_printf(arena, "if (%s != 2)\n        %s = %s && %s;", part, acc, acc, part);
    case REDUCTION_LOGICAL_OR:
        if (fold->type->is_bool)
            return arena_printf(arena, "%s = %s || %s;", acc, acc, part);
        return arena_printf(arena, "if (%s != 0)\n        %s = 1;", part, acc);
    case REDUCTION_MIN:
        return arena_printf(arena, "if (%s <%s %s)\n        %s = %s;", part, equal, acc, acc, part);
    case REDUCTION_MAX:
        return arena_printf(arena, "if (%s >%s %s)\n        %s = %s;", part, equal, acc, acc, part);
    default:
        PPCC_BUG("fold of operator %d", (int)fold->op);
    }
}

const char *combine_definition(struct arena *arena, const struct fold *fold)
{
    const char *type = number_type_text(fold->type), *name = combine_name(arena, fold);
    const char *head = arena_printf(arena,
                                    "static void %s(void *ppar_acc, const void *ppar_part)\n"
                                    "{\n"
                                    "    %s *acc = ppar_acc;\n"
                                    "    const %s *part = ppar_part;\n",
                                    name, type, type);
    if (fold->count == 1)
        return arena_printf(arena, "%s    %s\n}\n", head, statement(arena, fold, "*acc", "*part"));
    return arena_printf(arena, "%s    for (int k = 0; k < %lld; k++)\n        %s\n}\n", head,
                        (long long)fold->count, statement(arena, fold, "acc[k]", "part[k]"));
}

const char *identity_value(const struct fold *fold)
{
    bool is_floating = fold->type->kind == TYPE_FLOATING;
    if (fold->by_function)
        return "__builtin_nan(\"\")";
    switch (fold->op) {
    case REDUCTION_ADD:
        return is_floating ? "-0.0" : "0";
    case REDUCTION_XOR:
    case REDUCTION_LOGICAL_OR:
        return "0";
    case REDUCTION_MUL:
        return "1";
    case REDUCTION_LOGICAL_AND:
        return fold->type->is_bool ? "1" : "2";
    case REDUCTION_MIN:
        return is_floating ? "__builtin_inf()" : NULL;
    case REDUCTION_MAX:
        return is_floating ? "-__builtin_inf()" : NULL;
    default:
        return NULL;
    }
}

const char *identity_text(struct arena *arena, const struct fold *fold)
{
    const char *value = identity_value(fold), *type = number_type_text(fold->type);
    if (!value)
        return "0";
    if (fold->count == 1)
        return arena_printf(
            arena, "&(%s){%s%s%s}", type,
            fold->type->kind == TYPE_FLOATING ? arena_printf(arena, "(%s)", type) : "", value, "");
    return arena_printf(arena, "&(%s[%lld]){0}", type, (long long)fold->count);
}

/* ---- the best ----------------------------------------------------------------------------- */

int64_t best_size(const struct best_fold *best)
{
    int64_t size = 0;
    for (size_t k = 0; k < best->places.count; k++)
        size += best->places.items[k].size;
    return size;
}

const char *best_name(struct arena *arena, const struct best_fold *best)
{
    char *type = arena_strdup(arena, number_type_text(best->type));
    for (char *p = type; *p; p++)
        if (*p == ' ')
            *p = '_';
    if (best->start)
        return arena_printf(arena, "ppar_first_%s_of_%lld_%u_%u", type, (long long)best_size(best),
                            best->stmt->place.offset, best->depth);
    const char *at = best->at ? arena_printf(arena, "_at_%lld", (long long)best->at) : "";
    return arena_printf(arena, "ppar_%s%s_%s_of_%lld%s", best->takes_equal ? "last_" : "",
                        best->op == REDUCTION_MAX ? "best" : "least", type,
                        (long long)best_size(best), at);
}

/* C: POINTER, and OFFSET bytes behind it. */
static const char *bytes_behind(struct arena *arena, const char *pointer, int64_t offset)
{
    return offset ? arena_printf(arena, "(const char *)%s + %lld", pointer, (long long)offset)
                  : pointer;
}

/* With equal values the part counts only if it was chosen, which its last byte says. */
static const char *best_condition(struct arena *arena, const struct best_fold *best)
{
    char op = best->op == REDUCTION_MAX ? '>' : '<';
    if (best->start)
        return arena_printf(arena, "part %c%s acc", op, best->takes_equal ? "=" : "");
    if (!best->takes_equal)
        return arena_printf(arena, "part %c acc", op);
    return arena_printf(arena, "*(%s) && part %c= acc",
                        bytes_behind(arena, "ppar_part", best_size(best)), op);
}

/* Where the first one is chosen in any case: the variable that tells whether there is one yet. */
static const char *start_declaration(struct arena *arena, const struct best_fold *best)
{
    return best->start ? arena_printf(arena, "    %s start;\n", number_type_text(best->start->type))
                       : "";
}

static const char *start_copy(struct arena *arena, const struct best_fold *best)
{
    int64_t offset = 0;
    if (!best->start)
        return "";
    for (size_t k = 0; k < best->start_place; k++)
        offset += best->places.items[k].size;
    return arena_printf(arena, "    __builtin_memcpy(&start, %s, sizeof start);\n",
                        bytes_behind(arena, "ppar_acc", offset + best->start->at));
}

static const char *start_condition(struct arena *arena, const struct best_fold *best)
{
    return best->start
               ? arena_printf(arena, "%s || ",
                              best_start_text(arena, best->start,
                                              number_type_text(best->start->compared), "start"))
               : "";
}

const char *best_definition(struct arena *arena, const struct best_fold *best)
{
    return arena_printf(arena,
                        "static void %s(void *ppar_acc, const void *ppar_part)\n"
                        "{\n"
                        "%s"
                        "    %s acc, part;\n"
                        "%s"
                        "    __builtin_memcpy(&acc, %s, sizeof acc);\n"
                        "    __builtin_memcpy(&part, %s, sizeof part);\n"
                        "    if (%s%s)\n"
                        "        __builtin_memcpy(ppar_acc, ppar_part, %lld);\n"
                        "}\n",
                        best_name(arena, best), start_declaration(arena, best),
                        number_type_text(best->type), start_copy(arena, best),
                        bytes_behind(arena, "ppar_acc", best->at),
                        bytes_behind(arena, "ppar_part", best->at), start_condition(arena, best),
                        best_condition(arena, best), (long long)best_size(best));
}

/* ---- functions of the user's -------------------------------------------------------------- */

const char *replay_name(struct arena *arena, const struct replay *replay)
{
    return arena_printf(arena, "ppar_call_%s", replay->call->function->name);
}

const char *replay_declaration(struct arena *arena, const struct replay *replay)
{
    return arena_printf(arena, "static void %s(void *ppar_acc, const void *ppar_part);\n",
                        replay_name(arena, replay));
}

/* TYPE without const. */
static const char *plain_type(const struct type *type)
{
    const char *text = number_type_text(type);
    return text + (strncmp(text, "const ", 6) ? 0 : 6);
}

const char *replay_definition(struct arena *arena, const struct replay *replay)
{
    const struct fold_call *call = replay->call;
    const char *name = call->function->name;
    const char *target = plain_type(call->target->type), *part = plain_type(call->part_type);
    const char *second = !call->part_by_address
                             ? arena_printf(arena, "*(const %s *)ppar_part", part)
                         : call->part_type->is_const ? "ppar_part"
                                                     : "(void *)ppar_part";
    const char *body =
        call->by_address
            ? arena_printf(arena, "    (void)(%s)(ppar_acc, %s);\n", name, second)
            : arena_printf(arena, "    %s *acc = ppar_acc;\n    *acc = (%s)(*acc, %s);\n", target,
                           name, second);
    return arena_printf(arena, "\nstatic void %s(void *ppar_acc, const void *ppar_part)\n{\n%s}\n",
                        replay_name(arena, replay), body);
}

const char *replay_note(struct arena *arena, const struct replay *replay, const char *loop,
                        size_t index)
{
    const struct fold_call *call = replay->call;
    if (call->part_by_address)
        return arena_printf(arena, "ppar_note(&%s, %zu, %s, %s);", loop, index, replay->place,
                            replay->part);
    return arena_printf(arena, "const %s ppar_part = %s; ppar_note(&%s, %zu, %s, &ppar_part);",
                        plain_type(call->part_type), replay->part, loop, index, replay->place);
}
