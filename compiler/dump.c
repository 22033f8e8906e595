/*
 * Dumps are plain lines, `file:line: what`, in the order of the source, and the same in every run,
 * so that two of them can be compared. Nothing but people reads them; other programs read the
 * report.
 */
#include "dump.h"

#include "analysis/dump_trace.h"
#include "analysis/summary.h"

#include <inttypes.h>

static void print_place(FILE *stream, const struct place *place)
{
    fprintf(stream, "%s:%u:%u: ", place->file ? place->file : "?", place->line, place->column);
}

static const char *pragma_name(enum pragma_kind kind)
{
    switch (kind) {
    case PRAGMA_FOR:
        return "for";
    case PRAGMA_EFFECTS:
        return "effects";
    case PRAGMA_PACK:
        return "pack";
    case PRAGMA_UNKNOWN:
        break;
    }
    return "unknown";
}

void dump_pragmas(FILE *stream, const struct pragmas *pragmas)
{
    for (size_t k = 0; k < pragmas->list.count; k++) {
        const struct pragma *pragma = pragmas->list.items[k];
        print_place(stream, &pragma->place);
        fprintf(stream, "bytes %u-%u:", pragma->start, pragma->end);
        for (size_t t = 0; t < pragma->tokens.count; t++)
            fprintf(stream, " %s", pragma->tokens.items[t].text);
        fputc('\n', stream);
    }
}

static void print_item(FILE *stream, const struct clause_item *item)
{
    fprintf(stream, " %s", item->base.text ? item->base.text : "?");
    if (item->count.text)
        fprintf(stream, "[%s : %s]", item->first.text ? item->first.text : "0", item->count.text);
}

static const char *schedule_name(enum schedule schedule)
{
    switch (schedule) {
    case SCHEDULE_AUTO:
        return "auto";
    case SCHEDULE_STATIC:
        return "static";
    case SCHEDULE_DYNAMIC:
        return "dynamic";
    case SCHEDULE_GUIDED:
        return "guided";
    }
    return "?";
}

static void print_clause(FILE *stream, const struct clause *clause)
{
    fprintf(stream, "    %s:", clause_name(clause->kind));
    if (clause->kind == CLAUSE_SCHEDULE)
        fprintf(stream, " %s", schedule_name(clause->schedule));
    if (clause->reduction != REDUCTION_NONE)
        fprintf(stream, " (%s)", reduction_name(clause->reduction));
    if (clause->unordered)
        fputs(" unordered", stream);
    if (clause->function.text)
        fprintf(stream, " %s", clause->function.text);
    if (clause->value.text)
        fprintf(stream, " %s%s", clause->value.text, clause->is_factor ? "x" : "");
    if (clause->word)
        fprintf(stream, " %s", clause->word);
    if (clause->string)
        fprintf(stream, " \"%s\"", clause->string);
    for (size_t k = 0; k < clause->items.count; k++)
        print_item(stream, &clause->items.items[k]);
    fputc('\n', stream);
}

void dump_clauses(FILE *stream, const struct pragmas *pragmas)
{
    for (size_t k = 0; k < pragmas->list.count; k++) {
        const struct pragma *pragma = pragmas->list.items[k];
        print_place(stream, &pragma->place);
        fprintf(stream, "%s%s\n", pragma_name(pragma->kind), pragma->failed ? " (wrong)" : "");
        for (size_t c = 0; c < pragma->clauses.count; c++)
            print_clause(stream, &pragma->clauses.items[c]);
    }
}

static const char *relation_sign(enum op relation)
{
    switch (relation) {
    case OP_LT:
        return "<";
    case OP_LE:
        return "<=";
    case OP_GT:
        return ">";
    case OP_GE:
        return ">=";
    case OP_NE:
        return "!=";
    default:
        return "?";
    }
}

static void dump_level(FILE *stream, const struct loop *loop, const struct loop_level *level)
{
    const struct loop_shape *shape = &level->shape;
    print_place(stream, &level->stmt->place);
    fprintf(stream, "in '%s': '%s'%s %s bound, ", loop->function ? loop->function->name : "?",
            shape->counter->name, shape->declares_counter ? " (declared in the header)" : "",
            relation_sign(shape->relation));
    if (shape->step_value)
        fprintf(stream, "step %s%" PRId64, shape->counts_down ? "-" : "", shape->step_value);
    else
        fprintf(stream, "step %sunknown", shape->counts_down ? "-" : "");
    fprintf(stream, ", compared as %s\n",
            shape->compare_type ? shape->compare_type->spelling : "?");
}

void dump_shape(FILE *stream, const struct loop *loop)
{
    for (size_t k = 0; k < loop->levels.count; k++)
        dump_level(stream, loop, &loop->levels.items[k]);
}

static void dump_roles(FILE *stream, const struct loop *loop)
{
    print_place(stream, &loop->stmt->place);
    fputs("roles:", stream);
    for (size_t k = 0; k < loop->roles.count; k++)
        fprintf(stream, "%s %s %s", k ? "," : "", role_name(loop->roles.items[k].role),
                loop->roles.items[k].name);
    fputc('\n', stream);
}

static void dump_iteration(FILE *stream, const int64_t *values, unsigned levels)
{
    for (unsigned k = 0; k < levels; k++)
        fprintf(stream, "%s%" PRId64, k ? ", " : "", values[k]);
}

static void dump_witness(FILE *stream, const struct witness *witness)
{
    fputs(": ", stream);
    dump_iteration(stream, witness->first, witness->levels);
    fputs(" then ", stream);
    dump_iteration(stream, witness->second, witness->levels);
    fprintf(stream, " on %s", witness->location);
}

static void dump_reasons(FILE *stream, const struct loop *loop)
{
    for (size_t k = 0; k < loop->reasons.count; k++) {
        const struct reason *reason = &loop->reasons.items[k];
        fputs("    ", stream);
        print_place(stream, &reason->place);
        fprintf(stream, "%s [%s]", reason->message, diag_id_text(reason->id));
        if (reason->witness.is_concrete)
            dump_witness(stream, &reason->witness);
        fputc('\n', stream);
    }
}

void print_verdict(FILE *stream, const struct loop *loop)
{
    fprintf(stream, "%s:%u: loop on '%s' in '%s': %s", loop->stmt->place.file,
            loop->stmt->place.line, loop->shape.counter->name,
            loop->function ? loop->function->name : "?", verdict_name(loop->verdict));
    if (loop->guard)
        fprintf(stream, " by %s", loop->guard);
}

void dump_verdict(FILE *stream, const struct loop *loop)
{
    print_verdict(stream, loop);
    fputc('\n', stream);
}

void dump_analysis(FILE *stream, enum stage stage, const struct loop *loop)
{
    if (stage == STAGE_ROLES)
        dump_roles(stream, loop);
    else
        dump_verdict(stream, loop);
    if (stage == STAGE_DEPEND)
        dump_trace(stream, loop->trace);
    if (stage >= STAGE_DEPEND)
        dump_reasons(stream, loop);
}

void dump_effects(FILE *stream, const struct unit *unit)
{
    for (size_t k = 0; k < unit->functions.count; k++) {
        const struct function *function = unit->functions.items[k];
        if (function->unit != unit)
            continue;
        print_place(stream, &function->place);
        fprintf(stream, "'%s' ", function->name);
        if (!function->summary) {
            fprintf(stream, "(not defined here)\n");
            continue;
        }
        struct buf text = {0};
        summary_write(&text, function);
        fprintf(stream, "%s\n", buf_text(&text));
        buf_release(&text);
    }
}

void dump_edits(FILE *stream, const struct edits *edits)
{
    for (size_t k = 0; k < edits->list.count; k++) {
        const struct edit *edit = &edits->list.items[k];
        fprintf(stream, "bytes %u-%u become:\n%s\n", edit->start, edit->end, edit->text);
    }
}
