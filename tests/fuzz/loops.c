/*
 * Random annotated loops.
 *
 *     loops --seed S [--loops N] [--kind KIND] --plain FILE --recorder FILE
 *
 * Writes one program in two versions. The plain one is for ppcc; it is called with a kernel's
 * number and six parameters, as often as wanted, and prints all that the kernel can have changed.
 * The instrumented one prints which dependences each kernel has (record.h). The same seed gives the
 * same programs.
 */
#include "gen.h"

#include <stdlib.h>
#include <string.h>

static const struct kind {
    const char *name;
    unsigned features;
} kinds[] = {
    {"flat", F_OFFSETS},
    {"symbolic", F_OFFSETS | F_SYMBOLS},
    {"nested", F_OFFSETS | F_NESTED},
    {"multi", F_OFFSETS | F_NESTED | F_MULTI},
    {"multi-symbolic", F_OFFSETS | F_NESTED | F_MULTI | F_SYMBOLS | F_GUARD},
    {"vla", F_OFFSETS | F_NESTED | F_VLA},
    {"linear", F_LINEAR | F_NESTED},
    {"struct", F_STRUCT | F_OFFSETS},
    {"guard", F_GUARD | F_OFFSETS},
    {"data", F_DATA | F_OFFSETS | F_NESTED},
    {"scalar", F_SCALAR},
    {"scalar-guard", F_SCALAR | F_GUARD | F_DATA | F_NESTED},
    {"scratch", F_SCRATCH},
    {"reduction", F_REDUCE | F_OFFSETS},
    {"wrap", F_WRAP | F_OFFSETS | F_SYMBOLS | F_NESTED},
    {"divide", F_DIVIDE | F_OFFSETS},
    {"callee", F_CALLEE},
    {"alias", F_ALIAS | F_OFFSETS},
    {"indirect", F_INDIRECT | F_OFFSETS},
    {"control", F_CONTROL | F_SCALAR | F_GUARD | F_OFFSETS},
    {"pointer", F_POINTER | F_OFFSETS},
    {"library", F_LIBRARY | F_OFFSETS | F_SCRATCH},
    {"temporary", F_TEMP | F_OFFSETS | F_SYMBOLS | F_DIVIDE},
    {"record", F_RECORD | F_OFFSETS | F_GUARD},
    {"string", F_STRING | F_OFFSETS},
    {"state", F_STATE | F_OFFSETS},
    {"rows", F_ROWS | F_NESTED | F_OFFSETS},
    {"forms", F_FORMS | F_OFFSETS | F_SCALAR},
    {"folds", F_FOLDS | F_NESTED | F_OFFSETS | F_DATA},
    {"append", F_APPEND},
    {"edge", F_EDGE},
    {"edge", F_EDGE | F_WRAP},
    {"mixed", F_ALL},
    {"mixed", F_ALL},
    {"leave", F_LEAVE | F_OFFSETS | F_SCALAR | F_GUARD | F_DATA | F_NESTED},
    {"leave-results", F_LEAVE | F_REDUCE | F_FOLDS | F_APPEND | F_OFFSETS},
    {"leave-memory", F_LEAVE | F_SCRATCH | F_CONTROL | F_LIBRARY | F_STRING | F_ROWS | F_OFFSETS},
    {"leave-wrap", F_LEAVE | F_WRAP | F_SYMBOLS | F_OFFSETS | F_SCALAR},
    {"leave-mixed", F_LEAVE | F_ALL},
    {"collapse", F_COLLAPSE | F_ALL},
    {"collapse-flat", F_COLLAPSE | F_OFFSETS | F_MULTI | F_GUARD | F_REDUCE | F_LINEAR},
    {"collapse-order", F_COLLAPSE | F_APPEND | F_FOLDS | F_NESTED | F_OFFSETS},
};

enum { KINDS = sizeof kinds / sizeof *kinds };

/* The annotated loop's header; what stands before it goes to the locals. */
static char *header(struct kernel_text *k)
{
    bool wraps = has(k, F_WRAP), symbols = has(k, F_SYMBOLS);
    const char *type = wraps ? word(k, "int|unsigned|long|unsigned char|signed char|size_t|short|"
                                       "unsigned short|long long")
                             : word(k, "int|int|int|int|long|unsigned|size_t");
    const char *bound = symbols ? word(k, "n|n|n - 1|n - k|n / 2|2 * n|20|m + n")
                                : word(k, "n|n|n|n - 1|20|12|n - 2");
    static const char *const starts[] = {"0", "0", "1", "2", "3"};
    unsigned low = draw(k, 5);
    const char *start = starts[low];
    const char *declared = type;
    const char *step;
    k->low = start[0] - '0';
    if (symbols && maybe(k, 20)) {
        start = "m";
        k->low = 0;
    }
    if (maybe(k, 12)) {
        lines_add(&k->locals, "    %s i;\n", type);
        declared = "";
    }
    switch (draw(k, 12)) {
    case 0:
        return text("for (%s i = %s; i <= %s; i++)", declared, start, bound);
    case 1:
        return text("for (%s i = %s; i != %s; i++)", declared, start, bound);
    case 2:
        step = symbols ? word(k, "s|s|2|3") : word(k, "2|3|4");
        return text("for (%s i = %s; i < %s; i += %s)", declared, start, bound, step);
    case 3:
        return text("for (%s i = %s; i > %d; i--)", declared, bound, k->low);
    case 4:
        if (strstr(type, "unsigned") || strstr(type, "size_t"))
            return text("for (%s i = %s; i > %d; i -= 1)", declared, bound, k->low);
        return text("for (%s i = %s - 1; i >= %d; i--)", declared, bound, k->low);
    case 5:
        return text("for (%s i = %s; i > %d; i -= 2)", declared, bound, k->low + 1);
    default:
        return text("for (%s i = %s; i < %s; i++)", declared, start, bound);
    }
}

/* The headers of the loops that become one iteration space with the annotated one. They name none
 * of the counters. */
static void collapsed_header(struct kernel_text *k, const char *c)
{
    const char *type = has(k, F_WRAP) ? word(k, "int|unsigned|long|unsigned char|size_t|short")
                                      : word(k, "int|int|int|long|unsigned|size_t");
    const char *bound =
        has(k, F_SYMBOLS) ? word(k, "5|8|3|n|m|k|m - 1|n / 2") : word(k, "4|5|8|3|m|k|1|0");
    const char *declared = type;
    if (maybe(k, 30)) {
        lines_add(&k->locals, "    %s %s = 77;\n", type, c);
        lines_add(&k->after, "    PRINT(\" %%d\\n\", (int)%s);\n", c);
        declared = "";
    }
    static const char *const forms[] = {
        "for (%s %s = 0; %s < %s; %s += 2)", "for (%s %s = 1; %s <= %s; %s++)",
        "for (%s %s = 0; %s != %s; %s++)",   "for (%s %s = 2; %s < %s; %s++)",
        "for (%s %s = 0; %s < %s; %s++)",    "for (%s %s = 0; %s < %s; %s++)",
    };
    unsigned form = draw(k, 8);
    if (form < 6)
        lines_add(&k->headers, forms[form], declared, c, c, bound, c);
    else if (form == 6)
        lines_add(&k->headers, "for (%s %s = %s; %s > 0; %s--)", declared, c, word(k, "5|9|k"), c,
                  c);
    else
        lines_add(&k->headers, "for (%s %s = 0; %s < %s; %s += s)", declared, c, c, bound, c);
}

/* Between the annotated loop and the body. */
static void collapse(struct kernel_text *k)
{
    static const char *const names[] = {"j", "l"};
    k->inside = maybe(k, 70) ? 1 : 2;
    for (int c = 0; c < k->inside; c++) {
        lines_add(&k->headers, "%s    ", text_recorder("        rec_tick();\n"));
        collapsed_header(k, names[c]);
        lines_add(&k->headers, " {\n");
        k->counters[k->counter_count++] = names[c];
    }
}

static void parameters(struct kernel_text *k)
{
    static const char *const names[] = {"n", "m", "k", "s"};
    for (int p = 0; p < 4; p++) {
        const char *type = has(k, F_WRAP) ? word(k, "int|long|unsigned|short|unsigned char|size_t")
                                          : word(k, "int|int|int|int|int|long|unsigned");
        lines_add(&k->parameters, "%s%s %s", p ? ", " : "", type, names[p]);
        lines_add(&k->arguments, "%s(%s)%s", p ? ", " : "", type, names[p]);
    }
}

static char *clauses(struct kernel_text *k)
{
    if (maybe(k, 80))
        return text("%s", "");
    return word(k,
                " schedule(dynamic)| schedule(dynamic, 3)| schedule(static)| schedule(static, 2)|"
                " schedule(guided)");
}

/* Puts the loop, and perhaps a serial loop around it. */
static void assemble(struct kernel_text *k, struct lines *out, const char *loop_header)
{
    bool repeated = maybe(k, 12);
    const char *static_word = maybe(k, 40) ? "static " : "";
    lines_add(out, "%s%s", lines_text(&k->globals), lines_text(&k->callees));
    lines_add(out, "%svoid k%d(%s)\n{\n    (void)m, (void)k, (void)s, (void)n;\n%s", static_word,
              k->id, lines_text(&k->parameters), lines_text(&k->locals));
    if (repeated)
        lines_add(out, "    for (int again = 0; again < 2; again++) {\n");
    lines_add(out, "%s", text_recorder("    rec_loop();\n"));
    int inside = k->inside;
    const char *clause = inside ? text(" collapse(%d)", inside + 1) : "";
    lines_add(out, "#pragma ppar for /* k%d */%s%s%s\n    %s {\n%s%s%s    }%s\n", k->id, clause,
              clauses(k), lines_text(&k->clauses), loop_header, lines_text(&k->headers),
              text_recorder("        rec_next();\n"), lines_text(&k->body),
              inside == 2   ? " } }"
              : inside == 1 ? " }"
                            : "");
    lines_add(out, "%s", text_recorder("    rec_end();\n"));
    if (repeated)
        lines_add(out, "    }\n");
    lines_add(out, "%s}\n\n", lines_text(&k->after));
    lines_add(
        out,
        "static void run_k%d(long long n, long long m, long long k, long long s, long long d,\n"
        "                   long long e)\n{\n    (void)d, (void)e;\n%s%s    k%d(%s);\n%s}\n\n",
        k->id, lines_text(&k->fill), lines_text(&k->registers), k->id, lines_text(&k->arguments),
        lines_text(&k->show));
}

static void kernel(struct rng *rng, struct lines *out, int id, const struct kind *kind)
{
    struct kernel_text k = {.rng = rng, .features = kind->features, .id = id};
    if ((kind->features & F_ALL) == F_ALL) /* mixed: some of all */
        for (int f = 0; f < 28; f++)
            if (maybe(&k, 60))
                k.features &= ~(1u << f);
    parameters(&k);
    declare_arrays(&k);
    const char *loop_header = has(&k, F_EDGE) ? edge_header(&k) : header(&k);
    k.counters[k.counter_count++] = "i";
    if (has(&k, F_COLLAPSE))
        collapse(&k);
    k.depth = 2;
    k.in_annotated = true;
    statements(&k, 1 + (int)draw(&k, (kind->features & F_ALL) == F_ALL ? 4 : 3));
    assemble(&k, out, loop_header);
}

static const char prelude[] =
    "#include <stdint.h>\n#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n\n"
    "#define SHOW(name, format, type, start, count) \\\n"
    "    do { \\\n"
    "        printf(\"%s:\", name); \\\n"
    "        for (int z = 0; z < (int)(count); z++) \\\n"
    "            printf(\" \" format, (type)(start)[z]); \\\n"
    "        printf(\"\\n\"); \\\n"
    "    } while (0)\n"
    "#define PRINT(...) printf(__VA_ARGS__)\n\n"
    "static long long mix(long long e, long long z)\n{\n"
    "    unsigned long long x = (unsigned long long)e * 2654435761u + (unsigned long long)z * "
    "40503u;\n"
    "    x ^= x >> 13;\n    x *= 0x9e3779b97f4a7c15u;\n    return (long long)(x >> 40);\n}\n\n";

static const char recorder_prelude[] =
    "#include \"record.h\"\n"
    "#define SHOW(name, format, type, start, count) (void)0\n"
    "#define PRINT(format, value) (void)(value)\n"
    "#define printf(...) (void)0\n"
    "static __attribute__((unused)) void rec_set(void *place, size_t size)\n{\n"
    "    rec_write(place, size);\n}\n"
    "static __attribute__((unused)) void rec_get(void *place, size_t size)\n{\n"
    "    rec_read(place, size);\n}\n"
    "static long long mix(long long e, long long z)\n{\n"
    "    unsigned long long x = (unsigned long long)e * 2654435761u + (unsigned long long)z * "
    "40503u;\n"
    "    x ^= x >> 13;\n    x *= 0x9e3779b97f4a7c15u;\n    return (long long)(x >> 40);\n}\n\n";

struct options {
    uint64_t seed;
    int loops;
    const char *kind, *plain, *recorder;
};

static int usage(void)
{
    fputs("usage: loops --seed S [--loops N] [--kind KIND] --plain FILE --recorder FILE\n", stderr);
    return 2;
}

static bool options_read(struct options *options, int argc, char **argv)
{
    for (int a = 1; a < argc; a += 2) {
        if (a + 1 == argc)
            return false;
        if (!strcmp(argv[a], "--seed"))
            options->seed = strtoull(argv[a + 1], NULL, 10);
        else if (!strcmp(argv[a], "--loops"))
            options->loops = atoi(argv[a + 1]);
        else if (!strcmp(argv[a], "--kind"))
            options->kind = argv[a + 1];
        else if (!strcmp(argv[a], "--plain"))
            options->plain = argv[a + 1];
        else if (!strcmp(argv[a], "--recorder"))
            options->recorder = argv[a + 1];
        else
            return false;
    }
    return options->plain && options->recorder && options->loops > 0;
}

static bool write_file(const char *path, const char *start, const struct lines *kernels,
                       const char *end, bool instrumented)
{
    FILE *file = fopen(path, "w");
    if (!file) {
        perror(path);
        return false;
    }
    fputs(start, file);
    text_print(file, lines_text(kernels), instrumented);
    fputs(end, file);
    return fclose(file) == 0;
}

static const struct kind *kind_find(struct rng *rng, const char *name)
{
    for (int k = 0; name && k < KINDS; k++)
        if (!strcmp(kinds[k].name, name))
            return &kinds[k];
    return &kinds[rng_below(rng, KINDS)];
}

int main(int argc, char **argv)
{
    struct options options = {.loops = 8};
    if (!options_read(&options, argc, argv))
        return usage();
    struct rng rng = {options.seed * UINT64_C(0x2545f4914f6cdd1d) + 1};
    struct lines kernels = {0}, plain_end = {0}, table = {0}, recorder_end = {0};
    for (int id = 0; id < options.loops; id++) {
        const struct kind *kind = kind_find(&rng, options.kind);
        lines_add(&kernels, "/* kind: %s */\n", kind->name);
        kernel(&rng, &kernels, id, kind);
        lines_add(&table, "    {\"k%d\", \"%s\", run_k%d},\n", id, kind->name, id);
        lines_add(&plain_end,
                  "        case %d:\n            run_k%d(p[1], p[2], p[3], p[4], p[5], p[6]);\n"
                  "            break;\n",
                  id, id);
    }
    char *end = text("int main(int argc, char **argv)\n{\n"
                     "    for (int a = 1; a + 6 < argc; a += 7) {\n        long long p[7];\n"
                     "        for (int z = 0; z < 7; z++)\n            p[z] = atoll(argv[a + z]);\n"
                     "        switch (p[0]) {\n%s        }\n    }\n    return 0;\n}\n",
                     lines_text(&plain_end));
    lines_add(
        &recorder_end,
        "static const struct kernel kernels[] = {\n%s};\n\nint main(int argc, char **argv)\n{\n"
        "    return rec_main(kernels, %d, argc > 1 ? atoi(argv[1]) : 100);\n}\n",
        lines_text(&table), options.loops);
    return write_file(options.plain, prelude, &kernels, end, false) &&
                   write_file(options.recorder, recorder_prelude, &kernels,
                              lines_text(&recorder_end), true)
               ? 0
               : 1;
}
