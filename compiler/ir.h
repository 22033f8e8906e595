/*
 * The program as the analyses see it: a faithful, small tree of C, built once from libclang's AST
 * by frontend/ and read by everything behind it. It is made of plain data so that no analysis needs
 * libclang.
 *
 * What the frontend guarantees:
 *   - Types are canonical (no typedefs), and a parameter declared as an array has pointer type.
 *   - Parentheses are gone. Every conversion between arithmetic or pointer types, implicit or
 *     explicit, is an EXPR_CAST whose type is the target. An array used as a pointer is not
 *     wrapped: an expression of array type in a value context stands for its first element's
 * address.
 *   - p->x is EXPR_MEMBER of EXPR_DEREF of p. i[a] is a[i].
 *   - Literals, enumerators, sizeof of a constant type, offsetof and character constants are
 *     EXPR_INT with their value.
 *   - What the frontend does not understand is EXPR_OPAQUE or STMT_OPAQUE, with the operands that
 *     it could convert; it may do anything. Nothing is ever left out silently.
 *   - Entities are unique within a unit: the same variable, function, type or field is the same
 *     pointer. When several units are one program, link.c makes its variables and functions unique
 *     in all of them; types and fields stay those of the unit.
 *
 * Everything lives in the arena of the unit.
 */
#ifndef PPCC_IR_H
#define PPCC_IR_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>

/* A spot in a file as the user wrote it (for text from a macro: where the macro is used). */
struct place {
    const char *file;      /* as the compiler was told it, as #include found it, or by #line */
    unsigned line, column; /* from 1; column counts bytes; line 0: no place */
    unsigned offset;       /* byte offset in the text of MAIN, or in that file */
    const char *main;      /* the path of the unit in whose text it is; NULL: in an included file */
};

/* From the byte OFFSET on, which begins a line, the lines of a text are called those of FILE from
 * LINE on: #line says so. */
struct line_name {
    unsigned offset;
    const char *file;
    unsigned line;
};

struct line_names {
    LIST_OF(struct line_name) list; /* by ascending offset */
};

/* From the byte OFFSET on, up to the next piece, a text is that of FILE from its byte IN_FILE on.
 */
struct piece {
    unsigned offset;
    const char *file; /* NULL: it stands in no file */
    unsigned in_file;
};

struct pieces {
    LIST_OF(struct piece) list; /* by ascending offset */
};

/* The bytes [start, end) of a text: whole lines that the preprocessor skips. */
struct skipped {
    unsigned start, end;
};

struct skips {
    LIST_OF(struct skipped) list;
};

struct unit;

/* Whether PLACE is in the main file of UNIT. */
bool place_is_in(const struct unit *unit, const struct place *place);

/* The place of the byte OFFSET of UNIT's text. */
struct place unit_place(const struct unit *unit, unsigned offset);

/* The file that the byte OFFSET of UNIT's text is from, and the byte *IN_FILE of that file that it
 * is; NULL when it is from none. */
const char *unit_origin(const struct unit *unit, unsigned offset, unsigned *in_file);

enum type_kind {
    TYPE_VOID,
    TYPE_INTEGER,  /* also _Bool, char and enumerations */
    TYPE_FLOATING, /* real */
    TYPE_COMPLEX,
    TYPE_POINTER,
    TYPE_ARRAY,
    TYPE_RECORD, /* struct or union */
    TYPE_FUNCTION,
    TYPE_OTHER, /* vectors, block pointers and whatever else is not C11 */
};

struct type {
    enum type_kind kind;
    const char *spelling; /* canonical, as C text; may be unusable for unnamed records */
    int64_t size;         /* in bytes; -1: not a constant (VLA), or incomplete */
    bool is_signed;       /* integers */
    bool is_bool;
    bool is_const, is_volatile, is_atomic, is_restrict;
    struct type *target; /* what a pointer points to, an array's element, a function's result */
    int64_t count;       /* elements of an array; -1: not a constant; 0 also for flexible ones */
    struct expr *extent; /* elements of a VLA, in the scope of its declaration; else NULL */
    const char *tag;     /* a record's tag or typedef name; NULL: unnamed */
    bool is_union;
    bool is_complete;
    const struct unit *unit;        /* a record's: whose file declares it */
    struct description *described;  /* a record's, or what results that are such pointers lead to:
                                       analysis/describe.h; NULL: not described */
    LIST_OF(struct field *) fields; /* a record's, in order, those of unnamed members in place */
};

struct field {
    const char *name; /* "" for an unnamed member */
    struct type *type;
    struct type *record;
    int64_t offset; /* in bits from the start of the record */
    bool is_bit_field;
    unsigned width;         /* bits of a bit-field */
    const char *counted_by; /* the member that says how many elements it has or points to, by its
                               attribute; NULL: none does */
};

enum storage {
    STORAGE_LOCAL, /* automatic, in a function's body */
    STORAGE_PARAMETER,
    STORAGE_STATIC_LOCAL, /* one for the program, visible in one function */
    STORAGE_FILE,         /* one for the program, visible in this file only */
    STORAGE_EXTERNAL,     /* one for the program, visible everywhere */
};

struct var {
    const char *name;
    const struct unit *unit; /* whose file declares it */
    struct type *type;
    enum storage storage;
    bool is_thread_local;
    bool is_register;
    bool is_renamed;    /* asm("..."): the linker knows it under another name */
    bool address_taken; /* '&' on it or on a part of it, or a record or array whose address can
                           leave by decay into anything but an immediate subscript */
    struct place place; /* of the declared name */
    bool is_defined;    /* by the program: not only declared 'extern' */
    bool is_lazy;       /* filled when it is first used: analysis/lazy.h */
    struct expr *init;  /* initializer of the declaration in sight, or NULL */
    struct function *function; /* the function that it is local to, or NULL */
    int index;                 /* a parameter's position from 0 */
    unsigned id;               /* unique in the program, in order of appearance */
    struct var *linked; /* the variable of another unit that this one is (link.c); then nothing
                           refers to this one any more */
    LIST_OF(const struct var *) declarations; /* those whose LINKED is this one */
};

struct function {
    const char *name;
    const struct unit *unit; /* whose file declares it */
    struct type *type;
    struct place place; /* of the name in the definition, else in the first declaration */
    bool is_static;     /* internal linkage */
    bool is_variadic;
    bool is_noreturn, is_const, is_pure; /* by attribute */
    bool address_taken;                  /* used other than as the callee of a call */
    size_t call_count;                   /* calls by its name in sight, wherever they stand */
    bool in_system_header;
    bool is_renamed;  /* asm("..."): the linker knows it under another name */
    bool is_replaced; /* by a function of the program that is not known, if it is the library's */
    LIST_OF(struct var *) params;
    struct stmt *body;         /* NULL: not defined in sight */
    bool is_declared;          /* the body only stands for what declared effects say */
    struct function *declared; /* what declared effects say, with parameters and a body of its own,
                                  and behind it what others say; NULL: nothing was declared */
    const struct library_function
        *entry;              /* of one that analysis/declared.c made up: what it does */
    bool fills_lazy;         /* fills variables that are lazy, or checks whether they are filled */
    bool has_label;          /* the body has a label, a goto or an asm statement */
    unsigned id;             /* unique in the program */
    struct summary *summary; /* analysis/summary.h; NULL until summarised */
    struct function *linked; /* the definition in another unit (link.c), or NULL; then nothing
                                refers to this one any more */
};

enum op {
    OP_NONE,
    OP_ADD,
    OP_SUB,
    OP_MUL,
    OP_DIV,
    OP_REM,
    OP_SHL,
    OP_SHR,
    OP_AND,
    OP_OR,
    OP_XOR,
    OP_LT,
    OP_LE,
    OP_GT,
    OP_GE,
    OP_EQ,
    OP_NE,
    OP_LOGICAL_AND,
    OP_LOGICAL_OR,
    OP_NEGATE,
    OP_PLUS,
    OP_NOT,
    OP_COMPLEMENT, /* - + ! ~ */
};

enum expr_kind {
    EXPR_INT,      /* value */
    EXPR_FLOAT,    /* text */
    EXPR_STRING,   /* an array of char; text as written */
    EXPR_VAR,      /* var */
    EXPR_FUNCTION, /* function */
    EXPR_INDEX,    /* args: pointer or array, integer */
    EXPR_MEMBER,   /* args: record; field */
    EXPR_DEREF,    /* args: pointer */
    EXPR_ADDRESS,  /* args: lvalue or function */
    EXPR_UNARY,    /* args: operand; op */
    EXPR_BINARY,   /* args: left, right; op, also OP_LOGICAL_AND and OP_LOGICAL_OR */
    EXPR_ASSIGN,   /* args: lvalue, value; op, OP_NONE for '=', else 'op=' */
    EXPR_STEP,     /* args: lvalue; op OP_ADD or OP_SUB: ++ and --; is_prefix */
    EXPR_COND,     /* args: condition, then, else */
    EXPR_COMMA,    /* args: left, right */
    EXPR_CALL,     /* args: callee, then the arguments; an EXPR_FUNCTION callee is a direct call */
    EXPR_CAST,     /* args: operand; type is the target; (void) too */
    EXPR_INIT,     /* args: the initializers that are written, of an array or record; designators
                      and order are not kept */
    EXPR_COMPOUND, /* args: EXPR_INIT; a compound literal, an unnamed object */
    EXPR_SIZEOF,   /* a sizeof that is no constant; args: the operand when it is evaluated */
    EXPR_BLOCK,    /* a GNU statement expression; stmt */
    EXPR_OPAQUE,   /* not understood; args: what could be converted */
};

/* Most of what the compiler keeps are these nodes: what only one kind needs has one place. */
struct expr {
    enum expr_kind kind : 8;
    enum op op : 8;
    bool is_prefix;
    bool starts_whole, ends_whole; /* that end is not in the middle of a macro */
    bool is_sliceable; /* the bytes [place.offset, end) of the main file are this expression, whole
                          and alone: no part of it comes out of the middle of a macro */
    unsigned end;      /* offset behind its last token, in the same file as place */
    unsigned arg_count;
    struct type *type;
    struct place place; /* of its first token */
    union {             /* by kind; means nothing for the others */
        int64_t value;  /* EXPR_INT; of unsigned 64-bit types the same bits */
        const char *text;
        struct var *var;
        struct function *function;
        struct field *field;
        struct stmt *stmt;
    };
    struct expr **args;
};

/* The statement in E, a statement expression; NULL when it is none. */
static inline struct stmt *expr_stmt(const struct expr *e)
{
    return e->kind == EXPR_BLOCK ? e->stmt : NULL;
}

enum stmt_kind {
    STMT_NULL,    /* ; and declarations of types or functions */
    STMT_EXPR,    /* expr */
    STMT_DECLARE, /* vars, each with its init, in order */
    STMT_BLOCK,   /* stmts */
    STMT_IF,      /* expr, body, other or NULL */
    STMT_FOR,     /* init, expr, step (each may be NULL), body; header */
    STMT_WHILE,   /* expr, body */
    STMT_DO,      /* body, expr */
    STMT_SWITCH,  /* expr, body */
    STMT_CASE,    /* expr, body; with GNU ranges opaque */
    STMT_DEFAULT, /* body */
    STMT_LABEL,   /* name, body */
    STMT_GOTO,    /* name */
    STMT_BREAK,
    STMT_CONTINUE,
    STMT_RETURN, /* expr or NULL */
    STMT_OPAQUE, /* asm, computed goto and whatever else */
};

/* Byte offsets in the main file of the parts of a for statement; the text between them is the
 * user's. Filled when the whole header is written there, outside of any macro. */
struct for_header {
    bool is_plain;
    unsigned keyword, open; /* 'for' and '(' */
    unsigned semi[2];       /* the two ';' */
    unsigned close;         /* ')' */
    unsigned body, end;     /* first byte of the body; behind its last byte, a ';' included */
    bool is_behind_pragma;  /* a directive #pragma, not one of OpenMP's, is the last thing before */
    bool body_is_plain;     /* body and end are certain; else the loop cannot be rewritten */
};

struct stmt {
    enum stmt_kind kind : 8;
    bool is_assembler; /* STMT_OPAQUE: asm that goes on to the next statement */
    bool end_is_certain;
    unsigned end; /* offset behind the statement in the file of place, as far as known */
    struct place place;
    struct stmt *init;
    struct expr *expr;
    struct expr *step;
    struct expr
        *after; /* STMT_FOR: evaluated behind the body, before the step (model.h); or NULL */
    struct stmt *body, *other;
    const char *name;
    const struct for_header *header; /* STMT_FOR: the parts' places, if plain; see stmt_header */
    LIST_OF(struct stmt *) stmts;
    LIST_OF(struct var *) vars;
};

/* The places of STMT's header: one that is not plain when it has none. */
const struct for_header *stmt_header(const struct stmt *stmt);

/*
 * One translation unit. The lists and what is said of the whole text hold for the program as far as
 * it is in sight, which is the unit alone unless link.c joined it with others.
 */
struct unit {
    struct arena *arena;
    const char *path; /* the main file, as it was named */
    const char *text; /* its bytes; NUL-terminated, but NULs may occur inside */
    size_t length;
    struct line_names names; /* those of its lines that #line names */
    struct pieces pieces;    /* of the text, where it is not that of the main file alone; see
                                frontend_unfold */
    struct skips skips;
    const char *file_text; /* then the main file's own; else the text */
    size_t file_length;
    LIST_OF(struct function *) functions;   /* all that are declared and used, or defined */
    LIST_OF(struct var *) globals;          /* of file and external storage */
    LIST_OF(struct type *) records;         /* of this unit alone, without qualifiers */
    LIST_OF(struct type *) pointers;        /* types of this unit alone, with all qualifiers */
    LIST_OF(const struct var *) in_clauses; /* read by clauses, e.g. workers(n) */
    unsigned next_id;                       /* behind those of its variables and functions */
    bool has_weak;      /* a function of another file may replace one of this; of this unit alone */
    bool has_assembler; /* asm("...") stands somewhere */
    bool mentions_line; /* the text has the word __LINE__ */
    bool is_whole;      /* all of the program is in sight: see analysis/whole.h */
    bool has_cleanups;  /* functions that nobody calls read variables */
    bool has_aliases;   /* some variable or function is another one by attribute alias */
    bool types_alias;   /* -fno-strict-aliasing: types rule nothing out */
    bool wraps_signed;  /* -fwrapv: signed overflow has a meaning */
    struct call_sites *call_sites; /* analysis/callers.c; NULL until somebody asks */
    double analysis_started; /* when that of the current loop began, in seconds; 0: there is none */
    double analysis_limit;   /* seconds for each loop; 0: the default */
    bool exact_floating; /* floating-point operations round one by one, to their type: no fast-math,
                            no excess precision, no contraction into fused operations */
};

#endif
