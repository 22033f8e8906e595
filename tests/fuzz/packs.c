/*
 * Writes a program with random structures that own memory, and a loop whose results they are.
 *
 *     packs SEED
 *
 * Each structure T0, T1, ... has a few members: numbers, strings, arrays of numbers and of strings,
 * rows, members of earlier structures by value, behind a pointer and in counted arrays, lists of
 * their own kind, and tagged unions. For each there are three functions: one that makes a random
 * one, one that prints all of it, and one that frees what it owns. The results are filled in place,
 * returned, or appended. packs.sh compares what the program prints with what ppcc makes of it,
 * under the sanitizers, which also see whether all is freed once.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum kind {
    NUMBER,
    REAL,
    STRING,
    NUMBERS,
    STRINGS,
    ROWS,
    PART,
    ONE,
    SEVERAL,
    SELF,
    CHOICE,
    TEXTS, /* an array of strings in the structure itself */
    KINDS
};

enum { MOST_MEMBERS = 6, MOST_TYPES = 5 };

static struct {
    int count;
    enum kind kind[MOST_MEMBERS];
    int of[MOST_MEMBERS]; /* an earlier type */
} types[MOST_TYPES];

static unsigned long long state;

static int choose(int below)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (int)((state >> 33) % (unsigned)below);
}

static void choose_types(int count)
{
    for (int t = 0; t < count; t++) {
        types[t].count = 1 + choose(MOST_MEMBERS);
        for (int m = 0; m < types[t].count; m++) {
            enum kind kind = (enum kind)choose(KINDS);
            bool needs_other = kind == PART || kind == ONE || kind == SEVERAL;
            types[t].kind[m] = needs_other && t == 0 ? STRING : kind;
            types[t].of[m] = t > 0 ? choose(t) : 0;
        }
    }
}

static void declare(int t)
{
    static const char *const forms[KINDS] = {
        [NUMBER] = "    int m%d;\n",
        [REAL] = "    double m%d;\n",
        [STRING] = "    char *m%d;\n",
        [NUMBERS] = "    int n%1$d;\n    double *m%1$d;\n",
        [STRINGS] = "    short n%1$d;\n    char **m%1$d;\n",
        [ROWS] = "    int h%1$d, w%1$d;\n    int **m%1$d;\n",
        [PART] = "    struct T%2$d m%1$d;\n",
        [ONE] = "    struct T%2$d *m%1$d;\n",
        [SEVERAL] = "    long n%1$d;\n    struct T%2$d *m%1$d;\n",
        [SELF] = "    struct T%3$d *m%1$d;\n",
        [CHOICE] = ("    char n%1$d, tag%1$d;\n"
                    "    union {\n        char *text;\n        int *numbers;\n        long plain;\n"
                    "    } m%1$d;\n"),
        [TEXTS] = "    char *m%d[2];\n",
    };
    printf("struct T%d {\n", t);
    for (int m = 0; m < types[t].count; m++)
        printf(forms[types[t].kind[m]], m, types[t].of[m], t);
    printf("};\n");
}

/* Parts are described where they are declared. */
static void describe(int t)
{
    static const char *const forms[KINDS] = {
        [STRING] = "m%d string",
        [NUMBERS] = "m%1$d[n%1$d]",
        [STRINGS] = "m%1$d[n%1$d] string",
        [ROWS] = "m%1$d[h%1$d][w%1$d + 1]",
        [ONE] = "m%d deep",
        [SEVERAL] = "m%1$d[n%1$d]",
        [SELF] = "m%d deep",
        [CHOICE] =
            "m%1$d when tag%1$d == 1 : text string, m%1$d when tag%1$d == 2 : numbers[n%1$d]",
        [TEXTS] = "m%d string",
    };
    const char *before = "";
    for (int m = 0; m < types[t].count; m++) {
        const char *form = forms[types[t].kind[m]];
        if (form && !*before)
            printf("#pragma ppar pack(struct T%d : ", t);
        if (form) {
            fputs(before, stdout);
            printf(form, m);
            before = ", ";
        }
    }
    printf("%s\n", *before ? ")" : "");
}

static void make(int t)
{
    static const char *const forms[KINDS] = {
        [NUMBER] = "    it->m%1$d = draw(state, 1000);\n",
        [REAL] = "    it->m%1$d = draw(state, 1000) / 7.0;\n",
        [STRING] = "    it->m%1$d = text(state);\n",
        [NUMBERS] =
            "    it->n%1$d = draw(state, 9);\n"
            "    it->m%1$d = malloc(sizeof(double) * (size_t)(it->n%1$d + draw(state, 3)));\n"
            "    for (int k = 0; k < it->n%1$d; k++)\n"
            "        it->m%1$d[k] = draw(state, 100) / 3.0;\n",
        [STRINGS] = "    it->n%1$d = (short)draw(state, 5);\n"
                    "    it->m%1$d = calloc((size_t)it->n%1$d + 1, sizeof(char *));\n"
                    "    for (int k = 0; k < it->n%1$d; k++)\n"
                    "        it->m%1$d[k] = text(state);\n",
        [ROWS] = "    it->h%1$d = draw(state, 4);\n"
                 "    it->w%1$d = draw(state, 4);\n"
                 "    it->m%1$d = malloc(sizeof(int *) * (size_t)(it->h%1$d + 1));\n"
                 "    for (int y = 0; y < it->h%1$d; y++) {\n"
                 "        it->m%1$d[y] = malloc(sizeof(int) * (size_t)(it->w%1$d + 1));\n"
                 "        for (int x = 0; x <= it->w%1$d; x++)\n"
                 "            it->m%1$d[y][x] = draw(state, 50);\n"
                 "    }\n",
        [PART] = "    make%2$d(&it->m%1$d, state);\n",
        [ONE] = "    it->m%1$d = NULL;\n"
                "    if (draw(state, 3)) {\n"
                "        it->m%1$d = malloc(sizeof *it->m%1$d);\n"
                "        make%2$d(it->m%1$d, state);\n"
                "    }\n",
        [SEVERAL] = "    it->n%1$d = draw(state, 4);\n"
                    "    it->m%1$d = malloc(sizeof(struct T%2$d) * (size_t)(it->n%1$d + 1));\n"
                    "    for (int k = 0; k < it->n%1$d; k++)\n"
                    "        make%2$d(&it->m%1$d[k], state);\n",
        [SELF] = "    it->m%1$d = NULL;\n",
        [CHOICE] = "    it->tag%1$d = (char)draw(state, 3);\n"
                   "    it->n%1$d = (char)draw(state, 6);\n"
                   "    if (it->tag%1$d == 1) {\n"
                   "        it->m%1$d.text = text(state);\n"
                   "    } else if (it->tag%1$d == 2) {\n"
                   "        it->m%1$d.numbers = calloc((size_t)it->n%1$d + 1, sizeof(int));\n"
                   "        for (int k = 0; k < it->n%1$d; k++)\n"
                   "            it->m%1$d.numbers[k] = draw(state, 9);\n"
                   "    } else {\n"
                   "        it->m%1$d.plain = draw(state, 99);\n"
                   "    }\n",
        [TEXTS] = "    it->m%1$d[0] = text(state);\n    it->m%1$d[1] = text(state);\n",
    };
    printf("\nstatic void make%d(struct T%d *it, unsigned *state)\n{\n    (void)state;\n", t, t);
    for (int m = 0; m < types[t].count; m++)
        printf(forms[types[t].kind[m]], m, types[t].of[m]);
    printf("}\n");
}

static void print(int t)
{
    static const char *const forms[KINDS] = {
        [NUMBER] = "    printf(\" %%d\", it->m%1$d);\n",
        [REAL] = "    printf(\" %%.17g\", it->m%1$d);\n",
        [STRING] = "    say(it->m%1$d);\n",
        [NUMBERS] = "    for (int k = 0; k < it->n%1$d; k++)\n"
                    "        printf(\" %%.17g\", it->m%1$d[k]);\n",
        [STRINGS] = "    for (int k = 0; k < it->n%1$d; k++)\n"
                    "        say(it->m%1$d[k]);\n",
        [ROWS] = "    for (int y = 0; y < it->h%1$d; y++)\n"
                 "        for (int x = 0; x <= it->w%1$d; x++)\n"
                 "            printf(\" %%d\", it->m%1$d[y][x]);\n",
        [PART] = "    print%2$d(&it->m%1$d);\n",
        [ONE] = "    if (it->m%1$d)\n        print%2$d(it->m%1$d);\n",
        [SEVERAL] = "    for (int k = 0; k < it->n%1$d; k++)\n"
                    "        print%2$d(&it->m%1$d[k]);\n",
        [SELF] = "    printf(\" next\");\n    if (it->m%1$d)\n        print%3$d(it->m%1$d);\n",
        [CHOICE] = "    if (it->tag%1$d == 1)\n        say(it->m%1$d.text);\n"
                   "    for (int k = 0; it->tag%1$d == 2 && k < it->n%1$d; k++)\n"
                   "        printf(\" %%d\", it->m%1$d.numbers[k]);\n"
                   "    if (it->tag%1$d == 0)\n        printf(\" %%ld\", it->m%1$d.plain);\n",
        [TEXTS] = "    say(it->m%1$d[0]);\n    say(it->m%1$d[1]);\n",
    };
    printf("\nstatic void print%d(const struct T%d *it)\n{\n    printf(\" {\");\n", t, t);
    for (int m = 0; m < types[t].count; m++)
        printf(forms[types[t].kind[m]], m, types[t].of[m], t);
    printf("    printf(\"}\");\n}\n");
}

static void drop(int t)
{
    static const char *const forms[KINDS] = {
        [NUMBER] = "    (void)it;\n",
        [REAL] = "    (void)it;\n",
        [STRING] = "    free(it->m%1$d);\n",
        [NUMBERS] = "    free(it->m%1$d);\n",
        [STRINGS] = "    for (int k = 0; k < it->n%1$d; k++)\n        free(it->m%1$d[k]);\n"
                    "    free(it->m%1$d);\n",
        [ROWS] = "    for (int y = 0; y < it->h%1$d; y++)\n        free(it->m%1$d[y]);\n"
                 "    free(it->m%1$d);\n",
        [PART] = "    drop%2$d(&it->m%1$d);\n",
        [ONE] = "    if (it->m%1$d)\n        drop%2$d(it->m%1$d);\n    free(it->m%1$d);\n",
        [SEVERAL] = "    for (int k = 0; k < it->n%1$d; k++)\n        drop%2$d(&it->m%1$d[k]);\n"
                    "    free(it->m%1$d);\n",
        [SELF] = "    if (it->m%1$d)\n        drop%3$d(it->m%1$d);\n    free(it->m%1$d);\n",
        [CHOICE] = "    if (it->tag%1$d == 1)\n        free(it->m%1$d.text);\n"
                   "    if (it->tag%1$d == 2)\n        free(it->m%1$d.numbers);\n",
        [TEXTS] = "    free(it->m%1$d[0]);\n    free(it->m%1$d[1]);\n",
    };
    printf("\nstatic void drop%d(struct T%d *it)\n{\n", t, t);
    for (int m = 0; m < types[t].count; m++)
        printf(forms[types[t].kind[m]], m, types[t].of[m], t);
    printf("}\n");
}

/* The first member that is a list of the structure's own kind; -1: it has none. */
static int find_self(int t)
{
    for (int m = 0; m < types[t].count; m++)
        if (types[t].kind[m] == SELF)
            return m;
    return -1;
}

/* The loop: a list in every iteration where the structure can be one. */
static void write_main(int t)
{
    int self = find_self(t), way = choose(3);
    printf("\nstatic struct T%d result[%s];\n", t, way == 2 ? "3 * N" : "N");
    printf("\nstatic struct T%d build(int i)\n{\n    unsigned state = 17u * (unsigned)i + 5u;\n"
           "    struct T%d made;\n    make%d(&made, &state);\n",
           t, t, t);
    if (self >= 0)
        printf("    for (int k = draw(&state, 4); k > 0; k--) {\n"
               "        struct T%1$d *node = malloc(sizeof *node);\n"
               "        make%1$d(node, &state);\n"
               "        node->m%2$d = made.m%2$d;\n"
               "        made.m%2$d = node;\n"
               "    }\n",
               t, self);
    printf("    return made;\n}\n\nint main(void)\n{\n    int n = %s;\n", way == 2 ? "0" : "N");
    printf("#pragma ppar for\n    for (int i = 0; i < N; i++) {\n");
    if (way == 0)
        printf("        unsigned state = 31u * (unsigned)i;\n        make%d(&result[i], &state);\n",
               t);
    else if (way == 1)
        printf("        result[i] = build(i);\n");
    else
        printf("        for (int k = 0; k < i %% 3; k++) {\n            result[n] = build(i + k);\n"
               "            n++;\n        }\n");
    printf("    }\n    for (int i = 0; i < n; i++) {\n        print%d(&result[i]);\n"
           "        printf(\"\\n\");\n        drop%d(&result[i]);\n    }\n    return 0;\n}\n",
           t, t);
}

int main(int argc, char **argv)
{
    state = argc > 1 ? strtoull(argv[1], NULL, 10) * 977 + 13 : 1;
    for (int k = 0; k < 8; k++)
        choose(2);
    int count = 1 + choose(MOST_TYPES);
    choose_types(count);
    printf("/* packs %s */\n#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n\n"
           "enum { N = 40 };\n\n",
           argc > 1 ? argv[1] : "");
    printf(
        "static int draw(unsigned *state, int below)\n{\n"
        "    return rand_r(state) %% below;\n}\n\n"
        "static char *text(unsigned *state)\n{\n    static const char all[] = "
        "\"abcdefghijklmnopqrstuvwxyz\";\n    char made[16];\n    int length = draw(state, 12);\n"
        "    if (length == 11)\n        return NULL;\n"
        "    for (int k = 0; k < length; k++)\n        made[k] = all[draw(state, 26)];\n"
        "    made[length] = 0;\n    return strdup(made);\n}\n\n"
        "static void say(const char *text)\n{\n    printf(\" '%%s'\", text ? text : "
        "\"-\");\n}\n\n");
    for (int t = 0; t < count; t++) {
        declare(t);
        describe(t);
    }
    for (int t = 0; t < count; t++) {
        make(t);
        print(t);
        drop(t);
    }
    write_main(count - 1);
    return 0;
}
