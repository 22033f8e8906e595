/*
 * The grammar of the pragmas. C expressions are runs of tokens here; all that is looked at in them is
 * where they end, which ':' belongs to a '?', and which '[' holds a section. A value of the grammar
 * is the span of its tokens.
 *
 * The scanner gives the names of clauses as tokens of their shape, so that each shape is one rule and
 * a new clause is one line of the table in clauses.c. Errors are put into words by reader.c; after
 * one, the parser goes on behind the clause's ')' or at the next clause.
 */
%require "3.6"
%define api.pure full
%define api.prefix {clause_}
%define api.token.prefix {TOKEN_}
%define api.value.type {struct span}
%define parse.error custom
%define parse.lac full
%parse-param {struct clause_reader *reader} {void *scanner}
%lex-param {void *scanner}

%code requires {
#include "reader.h"
}

%code {
int clause_lex(CLAUSE_STYPE *value, void *scanner);
static void clause_error(struct clause_reader *reader, void *scanner, const char *message);
}

%token FOR EFFECTS PACK UNKNOWN_DIRECTIVE
%token VALUE_CLAUSE ITEMS_CLAUSE SCHEDULE_CLAUSE REDUCTION_CLAUSE APPEND_CLAUSE AFTER_CLAUSE
%token WORD_CLAUSE STRING_CLAUSE LABEL_CLAUSE UNKNOWN_CLAUSE
%token WORD_EFFECT ITEMS_EFFECT UNKNOWN_EFFECT
%token ATOM
%token OPEN "(" CLOSE ")" COMMA "," COLON ":" OPEN_SQUARE "[" CLOSE_SQUARE "]" QUESTION "?"

%%

directive:
    for
|   for clauses
|   effects "(" effect_list ")"         { reader_end_effects(reader); }
|   pack "(" pack_argument ")"          { reader_end_pack(reader); }
|   UNKNOWN_DIRECTIVE                   { reader_unknown_directive(reader, $1); YYACCEPT; }
|   effects error                       { reader_drop(reader); }
|   pack error                          { reader_drop(reader); }
;

for:        FOR                         { reader_directive(reader, PRAGMA_FOR, $1); };
effects:    EFFECTS                     { reader_directive(reader, PRAGMA_EFFECTS, $1); };
pack:       PACK                        { reader_directive(reader, PRAGMA_PACK, $1); };

clauses:
    clause
|   clauses clause
|   clauses "," clause
;

clause:
    value "(" value_argument ")"         { reader_end(reader, $4); }
|   items "(" items_argument ")"         { reader_end(reader, $4); }
|   schedule "(" schedule_argument ")"   { reader_end(reader, $4); }
|   reduction "(" reduction_argument ")" { reader_end(reader, $4); }
|   append "(" append_argument ")"       { reader_end(reader, $4); }
|   after "(" after_argument ")"         { reader_end(reader, $4); }
|   word "(" word_argument ")"           { reader_end(reader, $4); }
|   string "(" string_argument ")"       { reader_end(reader, $4); }
|   label                                { reader_end(reader, $1); }
|   label "(" string_argument ")"        { reader_end(reader, $4); }
|   UNKNOWN_CLAUSE                       { reader_unknown_clause(reader, $1); }
|   UNKNOWN_CLAUSE "(" anything ")"      { reader_unknown_clause(reader, $1); }
|   error                                { reader_drop(reader); }
;

value:      VALUE_CLAUSE                { reader_begin(reader, $1); };
items:      ITEMS_CLAUSE                { reader_begin(reader, $1); };
schedule:   SCHEDULE_CLAUSE             { reader_begin(reader, $1); };
reduction:  REDUCTION_CLAUSE            { reader_begin(reader, $1); };
append:     APPEND_CLAUSE               { reader_begin(reader, $1); };
after:      AFTER_CLAUSE                { reader_begin(reader, $1); };
word:       WORD_CLAUSE                 { reader_begin(reader, $1); };
string:     STRING_CLAUSE               { reader_begin(reader, $1); };
label:      LABEL_CLAUSE                { reader_begin(reader, $1); };

value_argument:
    pieces                              { reader_value(reader, $1); }
|   error                               { reader_fail(reader); }
;

items_argument:
    item_list
|   error                               { reader_fail(reader); }
;

schedule_argument:
    pieces                              { reader_schedule(reader, $1); }
|   pieces "," pieces                   { reader_schedule(reader, $1); reader_value(reader, $3); }
|   error                               { reader_fail(reader); }
;

reduction_argument:
    operator ":" item_list
|   error                               { reader_fail(reader); }
;

operator:   pieces                      { reader_operator(reader, $1); };

append_argument:
    pieces "," pieces                   { reader_item(reader, $1); reader_item(reader, $3); }
|   error                               { reader_fail(reader); }
;

after_argument:
    pieces                              { reader_value(reader, $1); }
|   pieces ":" pieces                   { reader_order(reader, $1); reader_value(reader, $3); }
|   error                               { reader_fail(reader); }
;

word_argument:
    pieces                              { reader_word(reader, $1); }
|   error                               { reader_fail(reader); }
;

string_argument:
    pieces                              { reader_string(reader, $1); }
|   error                               { reader_fail(reader); }
;

item_list:
    item
|   item_list "," item
;

/* a section's "[" is the last one of its item: a[i][0 : n] */
item:
    pieces                              { reader_item(reader, $1); }
|   pieces "[" pieces ":" pieces "]"    { reader_section(reader, $1, $3, $5); }
;

/* #pragma ppar effects(in(src[0 : n]) out(dst[0 : n]) returns(dst)) */
effect_list:
    effect
|   effect_list effect
|   effect_list "," effect
|   error                               { reader_fail(reader); }
;

effect:
    WORD_EFFECT                         { reader_effect(reader, $1); reader_end_effect(reader); }
|   items_effect "(" item_list ")"      { reader_end_effect(reader); }
|   UNKNOWN_EFFECT                      { reader_unknown_effect(reader, $1); }
|   UNKNOWN_EFFECT "(" anything ")"     { reader_unknown_effect(reader, $1); }
;

items_effect: ITEMS_EFFECT              { reader_effect(reader, $1); };

/* #pragma ppar pack(struct list : values[count], name string, u when tag == 1 : text string) */
pack_argument:
    packed_record ":" packed_list
|   error                               { reader_fail(reader); }
;

packed_record: pieces                   { reader_packed_record(reader, $1); };

packed_list:
    packed_member
|   packed_list "," packed_member
;

packed_member:
    packed                              { reader_packed_member(reader, $1); }
|   packed ":" packed                   { reader_packed_choice(reader, $1, $3); }
;

packed:
    packed_piece
|   packed packed_piece                 { $$ = span_join($1, $2); }
;

packed_piece:
    ATOM
|   "[" pieces "]"                      { $$ = span_join($1, $3); }
|   "[" "]"                             { $$ = span_join($1, $2); }
|   "?" pieces ":"                      { $$ = span_join($1, $3); }
|   "?" ":"                             { $$ = span_join($1, $2); }
;

/* C, up to a "," or ":" or bracket that is not its own */
pieces:
    ATOM
|   pieces ATOM                         { $$ = span_join($1, $2); }
|   pieces "[" pieces "]"               { $$ = span_join($1, $4); }
|   pieces "?" pieces ":"               { $$ = span_join($1, $4); }
|   pieces "?" ":"                      { $$ = span_join($1, $3); }
;

anything:
    %empty                              { $$ = (struct span){0}; }
|   anything ATOM
|   anything ","
|   anything ":"
|   anything "?"
|   anything "["
|   anything "]"
;

%%

/* Only for what is no syntax error: the parser's stack is full, of '?' without their ':'. */
static void clause_error(struct clause_reader *reader, void *scanner, const char *message)
{
    (void)scanner;
    (void)message;
    reader_too_deep(reader);
}

/* What could have followed decides the words. */
static int yyreport_syntax_error(const yypcontext_t *context, struct clause_reader *reader,
                                 void *scanner)
{
    yysymbol_kind_t expected[YYNTOKENS];
    int count = yypcontext_expected_tokens(context, expected, YYNTOKENS);
    struct expectation expectation = {0};
    (void)scanner;
    for (int k = 0; k < count; k++) {
        expectation.comma |= expected[k] == YYSYMBOL_COMMA;
        expectation.close |= expected[k] == YYSYMBOL_CLOSE;
        expectation.colon |= expected[k] == YYSYMBOL_COLON;
    }
    reader_syntax_error(reader, expectation);
    return 0;
}
