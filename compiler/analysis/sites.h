/*
 * A picture of memory that knows no time: sites, spots in them, and what was ever stored where.
 * All variables, blocks and so on that one place in the text makes are one site. A pointer's value
 * is a set of spots; what lies in a site is a list of contents. Everything is an upper bound, and
 * only grows.
 */
#ifndef PPCC_SITES_H
#define PPCC_SITES_H

#include "../ir.h"

enum birth {
    BORN_BEFORE,     /* was there when the loop began, or is never written: variables, blocks,
                        literals, functions */
    BORN_BLOCK,      /* allocated in the body: malloc, strdup, getline */
    BORN_LOCAL,      /* on the worker's stack: a variable, a compound literal, alloca */
    BORN_STATE,      /* the library's, and a later call changes it: strerror, localtime */
    BORN_STREAM,     /* FILE, DIR */
    BORN_DESCRIPTOR, /* a number that stands for an open file or a socket */
    BORN_MAPPING,    /* mmap */
    BORN_UNKNOWN,    /* nothing is known of where it points */
};

struct content;

struct site {
    enum birth birth;
    unsigned id;
    const struct var *var;   /* of a variable, else NULL */
    const struct expr *made; /* the call, or the compound literal, that makes it; NULL: none */
    const char *maker;       /* the function called: "malloc"; the state's name; NULL: none */
    bool is_exposed;         /* of a variable from before the loop: pointers may lead to it */
    LIST_OF(struct content *) contents;
};

/* Some byte OFFSET + k * STRIDE of SITE, k any number; STRIDE 0: byte OFFSET, 1: any byte. */
struct place_in {
    struct site *site;
    int64_t offset, stride;
};

struct places {
    LIST_OF(struct place_in) list; /* no two the same */
};

/* What was stored in SIZE bytes (-1: any number) behind OFFSET + k * STRIDE of a site. */
struct content {
    int64_t offset, stride, size;
    const char *label;       /* as the first store calls the place: "next"; NULL: nothing */
    const struct expr *at;   /* the first store */
    const struct type *type; /* of what was stored; NULL: bytes */
    struct places values;
};

struct sites {
    struct arena *arena;
    LIST_OF(struct site *) list;
    struct site *old;     /* all memory from before the loop that has no name */
    struct site *unknown; /* what is stored in it may lie anywhere */
    bool changed;         /* something grew */
    bool is_full;         /* a limit was reached, and nothing is to be relied on */
};

void sites_init(struct sites *sites, struct arena *arena);
struct site *site_new(struct sites *sites, enum birth birth);

void places_add(struct sites *sites, struct places *into, struct place_in place);
void places_join(struct sites *sites, struct places *into, const struct places *from);

/* All of PLACES moved by OFFSET bytes, by any multiple of STRIDE. STRIDE 1: anywhere. */
struct places places_moved(struct sites *sites, const struct places *places, int64_t offset);
struct places places_strided(struct sites *sites, const struct places *places, int64_t stride);

/* A store. */
struct stored {
    int64_t size; /* bytes; -1: any number */
    const char *label;
    const struct expr *at;
    const struct type *type;
};

/* VALUES may lie at PLACES from now on. */
void sites_store(struct sites *sites, const struct places *places, const struct places *values,
                 const struct stored *how);

/* What the SIZE bytes at PLACES may hold. AS_POINTER: they may be read as a pointer; else no
 * pointers are found in memory from before the loop that has no name, where memory is used as one
 * type. */
struct places sites_load(struct sites *sites, const struct places *places, int64_t size,
                         bool as_pointer);

/* The SIZE bytes (-1: all there are) at FROM are copied to INTO, each to its place; IS_SHUFFLED: to
 * any place. TYPE: what lies there, as far as it was not seen to be stored; NULL: anything. */
void sites_copy(struct sites *sites, const struct places *into, const struct places *from,
                int64_t size, bool is_shuffled, const struct type *type, const struct expr *at);

/* Every byte offset in TYPE at which a pointer lies, and what it is called: ".next". */
struct leaf {
    int64_t offset;
    const char *name;
    const struct type *type;
};

struct leaves {
    LIST_OF(struct leaf) list; /* elements of arrays but the first are left out: */
    bool has_arrays;           /* there are some */
};

struct leaves type_pointers(struct arena *arena, const struct type *type);

#endif
