/*
 * What the files of the frontend share: the opened file, the tokens of its text, and the converter
 * that turns one libclang translation unit into one struct unit.
 *
 *   identity.c the real compiler's macros in place of clang's
 *   parse.c    the translation unit and clang's errors
 *   target.c   what the target does to floating-point operations, and where its headers are
 *   tokens.c   the tokens of a text, directives told apart
 *   lines.c    which line of which file a byte of the main file is called
 *   scan.c     the pragmas; scanned.c: in one file; annotations.c: macros that stand for them
 *   shadows.c  headers that the compiler would find elsewhere
 *   unfold.c   brings pragmas from elsewhere into the main file
 *   model.c    the order of things: probe, convert, bind
 *   probe.c    clause expressions, resolved in the scope of their loop
 *   probe_counters.c  the counters that its header declares, for them
 *   declared.c the same of effects(...), in the scope of the function's parameters
 *   macros.c   what a use of a macro stands for, as far as it matters to the text
 *   places.c   where a cursor stands, macros taken into account
 *   types.c decls.c exprs.c operators.c generic.c literals.c stmts.c loops.c   the conversion
 *   uses.c     whose address is taken, found on the finished tree
 *   answers.c mentions.c agreement.c   what the real compiler answers, and where it matters
 */
#ifndef PPCC_FRONTEND_INTERNAL_H
#define PPCC_FRONTEND_INTERNAL_H

#include "../buf.h"
#include "frontend.h"
#include "map.h"

#include <clang-c/Index.h>

/*
 * Nodes nested deeper than this become opaque: every pass behind the frontend recurses over the
 * tree, and a sum of fifty thousand terms must not end any of them.
 */
enum { DEPTH_LIMIT = 1000 };

/* ---- tokens.c ----------------------------------------------------------------------------- */

struct token {
    unsigned start, end; /* byte offsets */
    bool is_directive;   /* part of a preprocessor directive, or skipped by one */
    bool is_skipped;     /* the latter */
    bool is_first;       /* the first token of its logical line */
    bool is_literal;
};

/* The tokens of one text in order, without comments. */
struct tokens {
    const char *text;
    size_t length;
    LIST_OF(struct token) list;
};

/* The tokens of FILE, whose bytes are TEXT, between two offsets. */
struct tokens *tokens_new(struct arena *arena, CXTranslationUnit tu, CXFile file, const char *text,
                          size_t length, unsigned start, unsigned end);

/* Index of the first token at or behind OFFSET (list.count: none); directives are skipped. */
size_t tokens_find(const struct tokens *tokens, unsigned offset);
size_t tokens_find_any(const struct tokens *tokens, unsigned offset); /* directives are not */
size_t tokens_next(const struct tokens *tokens, size_t index);        /* directives are skipped */
size_t tokens_next_line(const struct tokens *tokens, size_t index);   /* the first one of it */

/* Does `#line 7 "x.y"` start there, or what preprocessors write, `# 7 "x.y"`? */
bool tokens_name_lines(const struct tokens *tokens, size_t index);

/* Does a directive start there that ends a group of #if? */
bool tokens_end_group(const struct tokens *tokens, size_t index);
bool token_is(const struct tokens *tokens, size_t index, const char *spelling);

/* Is there a newline in the bytes [start, end) that no backslash takes back? */
bool has_newline(const char *text, unsigned start, unsigned end);

/* Behind the last byte of the directive whose last token ends at OFFSET: its newline, behind any
 * comment. */
unsigned directive_end(const char *text, size_t length, unsigned offset);

/* The bytes [start, end) of TEXT without backslash-newline. */
const char *without_splices(struct arena *arena, const char *text, unsigned start, unsigned end);

/* ---- parse.c ------------------------------------------------------------------------------ */

/* An expression of a pragma, and its bytes in the probing text. */
struct declared_expr {
    struct clause_expr *expr;
    unsigned start, end;
};

/* #pragma ppar effects(...), and the declaration behind it. */
struct declared {
    struct pragma *pragma;
    CXCursor declaration; /* in the frontend's tu */
    const char *usr;
    unsigned start, end; /* the bytes of its function in the probing text */
    LIST_OF(struct declared_expr) exprs;
};

/* A macro that stands for an annotation: its name, and what would stand behind `#pragma ppar`;
 * NULL: its argument does. */
struct annotation {
    const char *name, *words;
    enum {
        TAKES_PRAGMA,  /* the argument is all of the pragma, the word ppar first */
        TAKES_CLAUSES, /* the clauses alone */
    } takes;
};

/* Where such a macro is used in the main file. */
struct annotation_use {
    unsigned start, end;
    const char *words;
};

struct frontend {
    struct arena *arena;
    const char *path, *text;
    const char *file; /* libclang's name for the main file */
    size_t length;
    bool wraps_signed, types_alias, exact_floating;
    unsigned first_id;
    const char *directory;           /* see struct frontend_options */
    bool (*calls_gcc)(void *caller); /* likewise */
    void *caller;
    struct identity *identity; /* likewise */
    const char *own_folder;    /* of clang's headers; NULL: not known */
    LIST_OF(const char *) args;
    CXIndex index;
    CXTranslationUnit tu;
    CXFile main_file;              /* in tu */
    struct user_files *user_files; /* of the last translation unit that was asked about, ... */
    CXTranslationUnit user_tu;     /* ... this one; NULL: of none yet */
    LIST_OF(unsigned) line_starts; /* offset of the start of each line of the main file */
    struct line_names names;       /* see struct unit */
    struct pieces pieces;
    struct skips skips;
    struct tokens *tokens;     /* of the main file; made by frontend_tokens */
    struct arena *scratch;     /* what they are in; closing the frontend frees it */
    LIST_OF(CXFile) annotated; /* included files with pragmas for loops, or such uses */
    LIST_OF(struct annotation) annotations;
    LIST_OF(struct annotation_use) uses;
    const char *probed; /* the text of the probing parse, or NULL; longer than length */
    LIST_OF(struct declared) declared;
};

/* Parses TEXT under the name of the main file. NULL when libclang fails altogether. */
CXTranslationUnit frontend_parse(struct frontend *frontend, const char *text, size_t length);
const struct tokens *frontend_tokens(struct frontend *frontend);

/* ---- target.c ----------------------------------------------------------------------------- */

/* The header that asks what is to be known of the target. */
struct CXUnsavedFile target_header(void);

/* Parses FRONTEND's text for the target as OPTIONS have it. NULL when libclang fails altogether. */
CXTranslationUnit target_parse(struct frontend *frontend, const struct frontend_options *options);

/* ---- agreement.c -------------------------------------------------------------------------- */

/* Reports what may be one thing to the real compiler, and another one to libclang. */
void check_agreement(struct frontend *frontend, struct diags *diags);

/* ---- lines.c ------------------------------------------------------------------------------ */

void lines_init(struct frontend *frontend);
struct place main_place(const struct frontend *frontend, unsigned offset);

/* ---- parse.c again ------------------------------------------------------------------------ */

/* The bytes of a cursor's text, where its outermost macro is used, and the file that they are in.
 */
struct stretch {
    CXFile file;
    unsigned start, end;
};
struct stretch stretch_of(CXCursor cursor);

/* The place of a location as clang names it: in FRONTEND's main file or another one. */
struct place place_of_location(struct frontend *frontend, CXSourceLocation location);

/* One of clang's errors, as a diagnostic of ours. */
void report_error(struct frontend *frontend, struct diags *diags, enum diag_id id,
                  CXDiagnostic error);

/* Reports every error that clang found in TU; returns how many there are. */
size_t report_errors(struct frontend *frontend, CXTranslationUnit tu, struct diags *diags);

/* FILE's name, such that it can be opened from where we are. */
const char *included_name(struct frontend *frontend, CXFile file);

/* Does clang report an error in TU? */
bool has_errors(CXTranslationUnit tu);

/* libclang crashed or gave up without a message of its own. */
void report_unparsable(struct frontend *frontend, struct diags *diags);

/* A copy of a string of clang's, which is disposed of. */
const char *take_string(struct arena *arena, CXString string);

/* ---- macros.c ----------------------------------------------------------------------------- */

/* An outermost use of a macro in the main file, its arguments included. */
struct macro {
    unsigned start, end;
    CXCursor expansion;
    bool is_known;                 /* the rest is filled */
    struct definition *definition; /* NULL: clang's own, or not to be read */
};

struct convert;
void macros_init(struct convert *convert);

/* The macro use whose bytes hold OFFSET, or NULL. */
struct macro *macro_find(struct convert *convert, unsigned offset);

/* Is the body one token or one pair of parentheses, and LOCATION its first token, neither by way of
 * an argument nor of another macro? */
bool macro_starts_closed(struct convert *convert, struct macro *macro, CXSourceLocation location);

/* No statement can end inside of that use: a ';' behind it ends the statement that it is in. */
bool macro_ends_no_statement(struct convert *convert, struct macro *macro);

/* The use is exactly one do statement without its ';'. */
bool macro_is_do(struct convert *convert, struct macro *macro);

/* ---- places.c ----------------------------------------------------------------------------- */

/* Where a cursor's text stands. Text that comes from a macro stands where the macro is used, and
 * the end of such text is the end of the macro's use. */
struct span {
    struct place place; /* of the first byte */
    unsigned end;
    bool is_one;                       /* both ends lie in the same file */
    struct macro *starts_in, *ends_in; /* the macros that the first and last token come from */
    CXSourceLocation first;
};

void places_init(struct convert *convert);
struct span span_of(struct convert *convert, CXCursor cursor);
CXSourceRange extent_of(struct convert *convert, CXCursor cursor);
struct known_cursor *known_of(struct convert *convert, CXCursor cursor); /* till the next one's */
struct place place_of(struct convert *convert, CXSourceLocation location);

/* The bytes of FILE, kept, since libclang looks through all files for each; NULL: there are none.
 */
const char *file_text(struct convert *convert, CXFile file, size_t *length);

/* Is the text of a token or a pair of parentheses at SPAN the whole of the macros it comes from? */
bool span_is_whole(struct convert *convert, const struct span *span);

/* ---- the converter ------------------------------------------------------------------------ */

/* A for statement of the main file, by the offset at which it starts. */
struct for_at {
    unsigned offset;
    struct stmt *stmt;
    struct function *function;
};

struct pending_body {
    struct function *function;
    CXCursor definition;
};

/* A struct or union declaration. */
struct record {
    const void *declaration;
    CXType from;       /* the unqualified type */
    struct type *base; /* the same; the fields belong to it */
    const char *tag;
    bool is_union, is_filled;
};

/* A record's type, perhaps a qualified one. */
struct record_variant {
    struct type *type;
    struct record *record;
};

struct file_name {
    CXFile file;
    const char *name;
    const char *main; /* see struct place */
    bool is_read;     /* the rest is filled; see file_text */
    const char *text;
    size_t length;
};

/* What libclang works out anew each time: of the cursors that were asked about last. */
struct known_cursor {
    CXCursor cursor;
    bool has_extent, has_type;
    CXSourceRange extent;
    CXType type; /* without qualifiers; exprs.c */
};

enum { KNOWN_CURSORS = 64 };

struct convert {
    struct arena *arena;
    struct frontend *frontend;
    struct unit *unit;
    CXTranslationUnit tu;
    CXFile main_file;
    const char *text; /* what tu was made of: the unit's, as far as nothing was probed, or longer */
    const struct tokens *tokens;
    struct pragmas *pragmas;
    struct diags *diags;

    LIST_OF(struct file_name) files;
    LIST_OF(struct macro) macros; /* in order, disjoint */
    struct map definitions;       /* of macros, by name; read when needed */
    bool has_definitions;

    struct map types;          /* by clang's canonical type */
    struct map interned;       /* by structure */
    struct map spellings;      /* one copy of each */
    struct map records;        /* by declaration: struct record */
    struct map record_of_type; /* the same by struct type * */
    struct map fields;         /* by declaration */
    struct map vars;           /* by declaration */
    struct map linked;         /* those with linkage, by name */
    struct map functions;      /* by USR */
    LIST_OF(struct record_variant) variants;

    LIST_OF(struct pending_body) pending;
    LIST_OF(struct for_at) fors;
    struct function *function; /* whose body is being converted */
    unsigned depth;
    CXCursor *stack; /* children of the cursors being converted */
    size_t stack_count, stack_room;
    struct known_cursor known[KNOWN_CURSORS];
    CXSourceRange last_range; /* that span_of was asked about */
    struct span last_span;
};

/* The children of a cursor, pushed on convert->stack; children_pop with what push returned. */
size_t children_push(struct convert *convert, CXCursor cursor);
void cursor_push(struct convert *convert, CXCursor cursor);          /* one more */
size_t children_push_code(struct convert *convert, CXCursor cursor); /* expressions, statements */
void children_pop(struct convert *convert, size_t base);

/* types.c */
struct type *type_of(struct convert *convert, CXType type);
struct type *type_pointer_to(struct convert *convert, struct type *target);
struct type *type_adjusted(struct convert *convert, struct type *type); /* as a parameter's */
bool type_is_scalar(const struct type *type);
struct field *field_of(struct convert *convert, CXCursor declaration);
/* The unqualified type of a record, with its fields. */
struct type *record_complete(struct convert *convert, struct type *type);
void types_finish(struct convert *convert);
/* TYPE, as written in a declarator whose sizes are the expressions at [sizes, sizes + count) of the
 * stack: with the extents of its variable-length arrays. */
struct type *type_with_extents(struct convert *convert, CXType type, size_t sizes, size_t count);

/* decls.c */
struct var *var_of(struct convert *convert, CXCursor declaration);
void var_initialize(struct convert *convert, struct var *var, CXCursor declaration);
struct function *function_of(struct convert *convert, CXCursor declaration);
void declare_globals(struct convert *convert);
void convert_bodies(struct convert *convert);

/* packs.c: gives each pragma that describes a structure its type, where there is one. */
void bind_packs(struct convert *convert);
bool has_attribute(struct convert *convert, CXCursor declaration, const char *name);

/* exprs.c */
struct expr *convert_expr(struct convert *convert, CXCursor cursor);
struct expr *expr_new(struct convert *convert, CXCursor cursor, enum expr_kind kind);
void expr_place(struct convert *convert, struct expr *expr, CXCursor cursor); /* its text */
void expr_set_args(struct convert *convert, struct expr *expr, struct expr *const *args,
                   size_t count);
/* A node whose operands are all the expressions below CURSOR. */
struct expr *expr_of_operands(struct convert *convert, CXCursor cursor, enum expr_kind kind);
struct expr *expr_opaque(struct convert *convert, CXCursor cursor); /* the same, not understood */
bool expr_is_whole_token(CXCursor cursor);

/* operators.c */
struct expr *convert_binary(struct convert *convert, CXCursor cursor);
struct expr *convert_unary(struct convert *convert, CXCursor cursor);
struct expr *convert_index(struct convert *convert, CXCursor cursor);
struct expr *convert_member(struct convert *convert, CXCursor cursor);
struct expr *convert_call(struct convert *convert, CXCursor cursor);

/* generic.c */
struct expr *convert_generic(struct convert *convert, CXCursor cursor);

/* literals.c */
struct expr *convert_literal(struct convert *convert, CXCursor cursor);
bool evaluate_integer(CXCursor cursor, int64_t *value);

/* stmts.c */
struct stmt *convert_stmt(struct convert *convert, CXCursor cursor);
struct stmt *stmt_new(struct convert *convert, CXCursor cursor, enum stmt_kind kind);
void stmt_end_with(struct stmt *stmt, const struct stmt *last);

/* loops.c */
struct stmt *convert_for(struct convert *convert, CXCursor cursor);

/* What stands below CURSOR stays unknown: everything it names may be changed there. */
void give_up_on(struct convert *convert, CXCursor cursor);

/* uses.c */
void uses_mark_unit(struct unit *unit);
void uses_mark_clauses(struct pragmas *pragmas);

/* ---- model.c ------------------------------------------------------------------------------ */

/* The offset of the token behind a pragma; the length of the file when there is none. */
unsigned pragma_target(const struct tokens *tokens, const struct pragma *pragma);
void report_placement(struct pragma *pragma, struct diags *diags);

/* ---- probe.c ------------------------------------------------------------------------------ */

/* The pragma that the probing statement at OFFSET belongs to, or NULL. */
struct pragma *probe_find(const struct convert *convert, unsigned offset);
/* Takes the expressions out of the probe CURSOR; returns the statement behind the pragma. */
struct stmt *probe_take(struct convert *convert, struct pragma *pragma, CXCursor cursor);
/* Parses the text with probes and reports those that fail; NULL: nothing to probe. FAILED: there
 * are errors that are not those of a pragma. */
CXTranslationUnit probe_parse(struct frontend *frontend, struct pragmas *pragmas,
                              struct diags *diags, bool *failed);

/* ---- probe_counters.c --------------------------------------------------------------------- */

/* Finds the counters that the headers of LOOP declare, for clauses of its PRAGMA, the one of that
 * NUMBER. */
void counters_note(struct frontend *frontend, struct pragma *pragma, size_t number, CXCursor loop);
/* Adds what the heads need to the arguments of the next parse. */
void counters_define(struct frontend *frontend, const struct pragmas *pragmas);

/* ---- declared.c --------------------------------------------------------------------------- */

/* Finds the function behind each effects pragma; reports where there is none. */
void declared_bind(struct frontend *frontend, struct pragmas *pragmas, struct diags *diags);
bool declared_is_any(const struct frontend *frontend); /* one that did not fail */
/* Appends to the probing text what holds the pragmas' expressions. */
void declared_append(struct frontend *frontend, struct buf *text);
/* Whether the error is one of a pragma's, which is then reported and failed. */
bool declared_report(struct frontend *frontend, CXDiagnostic error, struct diags *diags);
/* Gives the pragmas their expressions, scope and function; at the end of the conversion. */
void declared_take(struct convert *convert);

#endif
