/*
 * The clauses are those of the compiler's own table, so that a new one is fuzzed without a change
 * here. Everything is right most of the time: what is wrong everywhere is refused at once, and
 * finds nothing.
 */
#include "words.h"

#include "pragma/clauses.h"

#include <string.h>

#define PICK(dice, list) ((list)[roll((dice), sizeof(list) / sizeof *(list))])

struct dice dice_new(unsigned seed)
{
    return (struct dice){seed * 0x9E3779B97F4A7C15u + 1};
}

size_t roll(struct dice *dice, size_t sides)
{
    dice->state ^= dice->state << 13;
    dice->state ^= dice->state >> 7;
    dice->state ^= dice->state << 17;
    return sides ? dice->state * 0x2545F4914F6CDD1Du % sides : 0;
}

bool one_in(struct dice *dice, size_t sides)
{
    return roll(dice, sides) == 0;
}

/* ---- C ------------------------------------------------------------------------------------ */

static const char *const nonsense[] = {
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ";",
    "#",
    "##",
    "//",
    "/*",
    "*/",
    "\\\n",
    "\\",
    "\"",
    "'",
    "\xff",
    "\xc3\xa4",
    "<:",
    ":>",
    "<%",
    "%>",
    "%:",
    "?\?(",
    "...",
    "@",
    "$",
    "`",
    ",",
    ":",
    "?",
    "::",
    "\f",
    "\r",
    "L\"x\"",
    "u8\"\\xff\"",
    "'ab'",
    "\"\\0\"",
    "NOTHING",
    "PAIR",
    "OUT",
    "AWAY",
    "OPEN",
    "CLOSE",
    "CALL",
    "0x",
    "1e",
    "08",
    "1.5.6",
    "for",
    "do",
    "__LINE__",
    "defined",
    "__VA_ARGS__",
    "10x",
    "return",
    "_Pragma(\"ppar for\")",
    "/**/",
    "({ int z = 1; z; })",
    "struct",
};

void add_name(struct dice *dice, const struct names *names, enum use use, struct buf *out)
{
    static const char *const values[] = {"n", "i", "k", "sum", "low", "N", "TWO", "st", "p", "a"};
    static const char *const arrays[] = {"a", "b", "p", "q", "d", "m", "r", "v", "ps"};
    static const char *const functions[] = {"g", "CALL", "h"};
    const char *usual = use == USE_VALUE   ? PICK(dice, values)
                        : use == USE_ARRAY ? PICK(dice, arrays)
                                           : PICK(dice, functions);
    const char *name = names->pick ? names->pick(dice, use, names->data) : NULL;
    buf_puts(out, name ? name : usual);
}

void add_number(struct dice *dice, struct buf *out)
{
    static const char *const numbers[] = {
        "0",
        "1",
        "2",
        "3",
        "7",
        "-1",
        "10",
        "100",
        "99",
        "101",
        "2147483647",
        "4294967295",
        "64",
        "8",
        "1u",
        "0.5",
        "1e30",
        "'a'",
        "0x7f",
        "1000000",
        "2147483648",
        "9223372036854775807",
        "18446744073709551615u",
        "-2147483647-1",
        "3L",
        "1ull",
    };
    buf_puts(out, PICK(dice, numbers));
}

const char *pick_operator(struct dice *dice)
{
    static const char *const operators[] = {
        "+", "-",  "*", "/",  "%",  "<<", ">>", "&",  "|",  "^",  "&&", "||",
        "<", "<=", ">", ">=", "==", "!=", "=",  "+=", "-=", "*=", ","};
    return PICK(dice, operators);
}

static void add_leaf(struct dice *dice, const struct names *names, struct buf *out)
{
    if (one_in(dice, 150))
        buf_puts(out, PICK(dice, nonsense));
    else if (one_in(dice, 3))
        add_number(dice, out);
    else
        add_name(dice, names, USE_VALUE, out);
}

static enum use use_before(char next)
{
    return next == '[' ? USE_ARRAY : next == '(' ? USE_FUNCTION : USE_VALUE;
}

/* SHAPE with a leaf or expression for each '@' and a type for '$'. */
static void add_shape(struct dice *dice, const struct names *names, unsigned depth,
                      const char *shape, struct buf *out)
{
    static const char *const types[] = {
        "int",    "unsigned",    "long",          "char",      "double",
        "float",  "short",       "void",          "char *",    "struct s *",
        "_Bool",  "double *",    "long long",     "int *",     "unsigned char",
        "size_t", "long double", "unsigned long", "const int",
    };
    for (; *shape; shape++) {
        if (*shape == '@')
            add_expression(dice, names, depth, out);
        else if (*shape == '$')
            buf_puts(out, PICK(dice, types));
        else if (*shape == '~')
            add_name(dice, names, use_before(shape[1]), out);
        else if (*shape == '`')
            buf_puts(out, pick_operator(dice));
        else
            buf_add(out, shape, 1);
    }
}

void add_expression(struct dice *dice, const struct names *names, unsigned depth, struct buf *out)
{
    static const char *const shapes[] = {
        "@ ` @",   "@ + @", "@ * @",    "@ - @",           "(@)",       "@ ? @ : @",
        "~[@]",    "~[@]",  "~[@ + @]", "~[@ * @]",        "~[@ % @]",  "~(@)",
        "~(@, @)", "-@",    "!@",       "(@ < @)",         "($)(@)",    "*(~ + @)",
        "@ / @",   "@ & @", "@ >> @",   "(@ > @ ? @ : @)", "sizeof(@)", "~[@][@]",
    };
    static const char *const rare[] = {
        "@[@]", "*@",  "&@",     "@->x",      "@.x",    "~++",   "--~",
        "~->x", "~.x", "@ ?: @", "sizeof($)", "($){@}", "&~[@]", "(~ = @)",
    };
    const char *shape = one_in(dice, 6) ? PICK(dice, rare) : PICK(dice, shapes);
    if (depth == 0 || one_in(dice, 3))
        add_leaf(dice, names, out);
    else
        add_shape(dice, names, depth - 1, shape, out);
}

void add_statement(struct dice *dice, const struct names *names, struct buf *out)
{
    static const char *const shapes[] = {
        "@ = @;\n",
        "~[@] = @;\n",
        "~[@] += @;\n",
        "~ += @;\n",
        "~ = @;\n",
        "if (@) { @ = @; }\n",
        "if (@) ~ = @; else ~ = @;\n",
        "for (int w = @; w < @; w++) ~[w] = @;\n",
        "for (int w = 0; w < @; w += @) { ~[@ + w] = ~[w] + @; }\n",
        "for (~ = @; ~ > @; ~--) ~ = @;\n",
        "while (@) { ~ = @; if (@) break; }\n",
        "do { ~--; } while (@);\n",
        "{ $ w = @; ~ = w; w = @; }\n",
        "{ $ w[8]; w[@] = @; ~ = w[@]; }\n",
        "{ $ *w = &@; *w = @; }\n",
        "{ static $ w; w ` @; ~ = w; }\n",
        "switch (@) { case 1: ~ = @; break; case 2: default: ~ = @; }\n",
        "goto w; w: ~ = @;\n",
        "~(@, @);\n",
        "return @;\n",
        "continue;\n",
        "break;\n",
        "memset(~, @, sizeof ~);\n",
        "memcpy(~, ~, @);\n",
        "printf(\"%d\\n\", @);\n",
        "if (@ < ~) { ~ = @; ~ = @; }\n",
        "~ = @ > ~ ? @ : ~;\n",
        "$ w@;\n",
        ";\n",
        "#pragma ppar for\nfor (int w = 0; w < @; w++) { ~[w] = @; ~ += @; }\n",
        "#if @\n~ = @;\n#endif\n",
        "__asm__(\"\" : \"+r\"(~));\n",
        "__builtin_memcpy(&~, &~, @);\n",
        "({ @; });\n",
    };
    add_shape(dice, names, 2, PICK(dice, shapes), out);
}

/* ---- clauses ------------------------------------------------------------------------------ */

static void add_item(struct dice *dice, const struct names *names, bool takes_sections,
                     struct buf *out)
{
    if (takes_sections && one_in(dice, 2))
        add_shape(dice, names, 1, "~[@ : @]", out);
    else if (one_in(dice, 6))
        add_expression(dice, names, 2, out);
    else
        add_name(dice, names, one_in(dice, 2) ? USE_VALUE : USE_ARRAY, out);
}

static void add_items(struct dice *dice, const struct names *names, bool takes_sections,
                      struct buf *out)
{
    do {
        add_item(dice, names, takes_sections, out);
        if (!one_in(dice, 3))
            return;
        buf_puts(out, ", ");
    } while (true);
}

static void add_argument(struct dice *dice, const struct names *names,
                         const struct clause_entry *entry, struct buf *out)
{
    static const char *const kinds[] = {"auto", "static", "dynamic", "guided", "statik"};
    static const char *const operators[] = {"+", "-", "*", "&", "|", "^", "&&", "||", "min", "max"};
    static const char *const strings[] = {"\"x\"", "\"a\" \"b\"", "\"\\x41\\n\"", "\"\"", "\"%s\""};
    switch (entry->shape) {
    case SHAPE_ITEMS:
    case SHAPE_APPEND:
        add_items(dice, names, entry->takes_sections, out);
        break;
    case SHAPE_REDUCTION:
        buf_printf(out, "%s : ", PICK(dice, operators));
        add_items(dice, names, true, out);
        break;
    case SHAPE_SCHEDULE:
        buf_puts(out, PICK(dice, kinds));
        if (one_in(dice, 2))
            add_shape(dice, names, 2, ", @", out);
        break;
    case SHAPE_WORD:
        buf_printf(out, "%.*s", (int)strcspn(entry->words, " "), entry->words);
        break;
    case SHAPE_STRING:
    case SHAPE_LABEL:
        buf_puts(out, PICK(dice, strings));
        break;
    case SHAPE_AFTER:
    case SHAPE_VALUE:
        add_expression(dice, names, 3, out);
        break;
    }
}

static const struct clause_entry *pick_entry(struct dice *dice)
{
    const struct clause_entry *entry;
    do
        entry = clause_get((enum clause_kind)roll(dice, CLAUSE_KIND_COUNT));
    while (!entry->is_built && !one_in(dice, 10));
    return entry;
}

void put_clause(struct dice *dice, const struct names *names, struct buf *out)
{
    const struct clause_entry *entry = pick_entry(dice);
    buf_puts(out, entry->name);
    if (one_in(dice, 40))
        return;
    buf_puts(out, "(");
    add_argument(dice, names, entry, out);
    buf_puts(out, one_in(dice, 60) ? "" : ")");
}

static void add_effect(struct dice *dice, const struct names *names, struct buf *out)
{
    static const char *const words[] = {"in",    "out",    "inout", "pure",  "exits",   "stdout",
                                        "state", "stderr", "frees", "fresh", "returns", "calls"};
    const char *word = PICK(dice, words);
    bool takes_items;
    buf_puts(out, word);
    if (strcmp(word, "pure") == 0 || strcmp(word, "exits") == 0 || strncmp(word, "std", 3) == 0 ||
        strcmp(word, "fresh") == 0)
        return;
    takes_items = word[0] == 'i' || word[0] == 'o';
    buf_puts(out, "(");
    add_items(dice, names, takes_items, out);
    buf_puts(out, ")");
}

void add_pragma(struct dice *dice, const struct names *names, struct buf *out)
{
    bool effects = one_in(dice, 6);
    size_t count = roll(dice, 4);
    buf_puts(out, effects ? "effects(" : "for ");
    do {
        if (effects)
            add_effect(dice, names, out);
        else if (count)
            put_clause(dice, names, out);
        buf_puts(out, one_in(dice, 5) ? ", " : " ");
    } while (count-- > 1);
    buf_puts(out, effects ? ")" : "");
}
