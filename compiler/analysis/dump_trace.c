/*
 * A polynomial is printed with its atoms' own names: a symbol by its C text, a counter by its name,
 * an opaque value as ?N, a derived one with its operation, a load with its place in braces.
 */
#include "dump_trace.h"

static void print_poly(FILE *stream, const struct poly *value);

static void print_select(FILE *stream, const struct atom *atom)
{
    static const char *const relations[] = {[OP_LT] = "<",  [OP_LE] = "<=", [OP_GT] = ">",
                                            [OP_GE] = ">=", [OP_EQ] = "==", [OP_NE] = "!="};
    const char *before[] = {"(", relations[atom->op], " ? ", " : "};
    for (unsigned k = 0; k < ATOM_OPERANDS; k++) {
        fputs(before[k], stream);
        print_poly(stream, atom->operands[k]);
    }
    fputc(')', stream);
}

static void print_atom(FILE *stream, const struct atom *atom)
{
    static const char *const operations[] = {[DERIVED_QUOTIENT] = "/",
                                             [DERIVED_REMAINDER] = "%",
                                             [DERIVED_FLOOR_QUOTIENT] = "//",
                                             [DERIVED_FLOOR_MODULO] = "mod"};
    switch (atom->kind) {
    case ATOM_COUNTER:
    case ATOM_SYMBOL:
    case ATOM_INNER:
        fprintf(stream, "%s", atom->text ? atom->text : "#");
        return;
    case ATOM_OPAQUE:
        fprintf(stream, "?%u", atom->id);
        return;
    case ATOM_LOAD:
        fprintf(stream, "%s{", atom->object->name);
        print_poly(stream, atom->operands[0]);
        fputc('}', stream);
        return;
    case ATOM_DERIVED:
        if (atom->derivation == DERIVED_SELECT) {
            print_select(stream, atom);
            return;
        }
        if (atom->derivation == DERIVED_WRAP)
            fprintf(stream, "(%s)", atom->type->spelling);
        fputc('(', stream);
        print_poly(stream, atom->operands[0]);
        fputc(')', stream);
        if (atom->derivation != DERIVED_WRAP)
            fprintf(stream, " %s %lld", operations[atom->derivation], (long long)atom->divisor);
    }
}

static void print_poly(FILE *stream, const struct poly *value)
{
    if (!value)
        fputc('?', stream);
    else if (!value->count)
        fputc('0', stream);
    for (size_t k = 0; value && k < value->count; k++) {
        const struct term *term = &value->terms[k];
        fprintf(stream, "%s%lld", k ? " + " : "", (long long)term->coefficient);
        for (unsigned d = 0; d < term->degree; d++) {
            fputc('*', stream);
            print_atom(stream, term->atoms[d]);
        }
    }
}

static void print_context(FILE *stream, const struct context *context)
{
    static const char *const relations[] = {[OP_LT] = "<",  [OP_LE] = "<=", [OP_GT] = ">",
                                            [OP_GE] = ">=", [OP_EQ] = "==", [OP_NE] = "!="};
    if (!context)
        return;
    print_context(stream, context->outer);
    switch (context->kind) {
    case CONTEXT_UNKNOWN:
        fputs(" if ?", stream);
        return;
    case CONTEXT_CONDITION:
        fputs(" if ", stream);
        print_poly(stream, context->left);
        fprintf(stream, " %s ", relations[context->op]);
        print_poly(stream, context->right);
        return;
    case CONTEXT_LOOP:
        fprintf(stream, " for%s ", context->loop->is_exact ? "" : " some");
        if (context->loop->counter)
            print_atom(stream, context->loop->counter);
        fputs(" = ", stream);
        print_poly(stream, context->loop->start);
        fputs(" .. ", stream);
        print_poly(stream, context->loop->bound);
        fprintf(stream, " by %lld", (long long)context->loop->step);
    }
}

void dump_trace(FILE *stream, const struct trace *trace)
{
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        fprintf(stream, "    %u:%u: %s%s%s %s[", access->place.line, access->place.column,
                access->is_sure ? "" : "may ",
                access->update     ? "update "
                : access->is_write ? "write"
                                   : "read",
                access->is_string ? " string" : "", access->object->name);
        print_poly(stream, access->offset);
        fputs(" : ", stream);
        print_poly(stream, access->length);
        fputc(']', stream);
        print_context(stream, access->context);
        fputs(access->is_covered ? " covered\n" : "\n", stream);
    }
}
