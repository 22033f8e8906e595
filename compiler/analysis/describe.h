/*
 * Which members of a structure own memory, and how much: what #pragma ppar pack and the attribute
 * counted_by say, found in the program's types. A description is the programmer's word; what it
 * says is not looked at here.
 */
#ifndef PPCC_DESCRIBE_H
#define PPCC_DESCRIBE_H

#include "../model.h"

enum { MOST_COUNTS = 3 };

/* A member that owns memory, or that has such members in it. */
struct owner {
    const struct field *field;
    const struct field *of_union; /* that it is a member of; NULL: of the structure itself */
    const char *name;             /* C behind "structure.": "coef", "u.text" */
    const char *when;             /* C: it is there when this holds; NULL: always */
    enum packed_as as;
    size_t levels;                   /* of pointers that are counted; the last element */
    const char *counts[MOST_COUNTS]; /*  may be a string or a pointer to one object. C; "": all
                                         that the block has room for */
    const struct type *target;       /* what the innermost pointer points to */
    int64_t repeat;                  /* the member is an array of so many pointers; 0: it is one */
    bool is_part;                    /* it is a structure or an array of such, whose members own */
    const struct type *record;       /*  memory: this one */
};

/* Where C stands for the structure, counts and conditions have this. */
#define DESCRIBED "ppar_it->"

/* A pointer that is a result itself is described as if it were the only member of a structure. */
struct description {
    const struct type *record;
    const char *definition; /* C of a structure that is not the program's; else NULL */
    const char *name;       /* for functions: "poly" */
    bool is_promise; /* of the programmer's, by a pragma or attributes; else only parts of it are
                        described */
    const char *flexible; /* C for the number of elements of its last member; NULL: it has none */
    const struct type *element;   /*  of these */
    LIST_OF(struct owner) owners; /* in the order of the members */
};

/* Gives the records of UNIT their descriptions, and reports what is wrong with them. */
void describe_records(struct unit *unit, const struct pragmas *pragmas, struct diags *diags);

/* TYPE's description, whatever its qualifiers, if it is a record's; NULL: it has none. */
const struct description *description_of(const struct type *type);

/* How results that are such pointers are described; NULL: they are not, or TYPE is no pointer. */
const struct description *description_of_pointer(const struct type *type);

/* The type itself, without qualifiers. */
const struct type *plain_record(const struct type *type);

/* What an array of any dimension is made of; TYPE itself if it is none. */
const struct type *element_of(const struct type *type);

/* Byte OFFSET of OWNER in its structure, and the size of the member. */
int64_t owner_offset(const struct owner *owner);

#endif
