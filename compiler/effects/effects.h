/*
 * What the functions of the C library and of POSIX do, as far as an analysis of their callers needs
 * it. A function that is not in the table may do anything. A function that is in it does nothing
 * but what its entry says: reading its arguments, the locale and its own code apart, every access
 * to memory, every stream, every hidden state and every callback is an effect of the list.
 *
 * The order of an entry's effects means nothing: a function reads before it writes, except that a
 * string or a state that it writes whole is not read unless there is an effect that says so.
 *
 * Names below file scope are not reserved in C, so ask only about functions that are declared in a
 * system header or that are built into the compiler (struct function, in_system_header), and that
 * have no definition in sight.
 */
#ifndef PPCC_EFFECTS_H
#define PPCC_EFFECTS_H

#include <stdbool.h>
#include <stddef.h>

/* The state of functions that draw random numbers from the stream of the iteration. It is no
 * obstacle; nobody else has a state of this name. */
#define DRAWN_STATE "ppar_random"

/* The same of the number of the iteration. */
#define NUMBER_STATE "ppar_iteration"

enum { PARAM_VARIADIC = -1, PARAM_NONE = -2 }; /* besides positions from 0 */

/* How much memory, from where the argument points to. Of a read or a may-write it is an upper
 * bound, of a write it is exact. A null pointer stands for no memory. */
enum extent_kind {
    EXTENT_OBJECT, /* one object of the type that the parameter points to */
    EXTENT_STRING, /* up to and with the terminating null character; when count is a parameter, no
                      more characters than it says (nothing is touched when it says 0) */
    EXTENT_BYTES, /* as many bytes as parameter count says, times parameter times if there is one */
    EXTENT_ELEMENTS,  /* as many objects of the pointed-to type as parameter count says */
    EXTENT_FIXED,     /* count is itself the number of bytes */
    EXTENT_CONVERTED, /* what a conversion of the format says: a string for a pointer to a
                         character, one object for another pointer, nothing for an argument that is
                         no pointer */
    EXTENT_UNKNOWN,   /* anything from there to the end of the object */
};

struct extent {
    enum extent_kind kind;
    int count, times; /* positions, or PARAM_NONE */
};

enum effect_kind {
    EFFECT_NONE,

    /* Memory behind parameter param (PARAM_VARIADIC: behind each variable argument): extent. */
    EFFECT_READ,
    EFFECT_WRITE,        /* all of the extent, always */
    EFFECT_MAY_WRITE,    /* some of it, or nothing */
    EFFECT_WRITE_STRING, /* leaves a string: one value, written whole. The extent, an EXTENT_STRING,
                            bounds it: a count of 0 writes nothing */
    EFFECT_MAY_WRITE_STRING, /* the same, or nothing */
    EFFECT_WRITE_FRESH,      /* param points to a pointer, which may be set to fresh memory */
    EFFECT_STORE_INSIDE,  /* param points to a pointer, which is set to somewhere in the object that
                             parameter other points into (strtod); null: nothing */
    EFFECT_REALLOCATE,    /* param points to a pointer, whose memory may be freed and replaced by
                             fresh memory with other contents */
    EFFECT_READ_ANYTHING, /* may read any memory whose address is known anywhere (va_list) */
    EFFECT_FREE,          /* frees the memory that param points to; null: nothing */

    /* A state behind the function, which has no address in C: name. What a worker leaves in it
     * stays in the worker. */
    EFFECT_READ_STATE,
    EFFECT_WRITE_STATE,     /* all of it: what it was before does not matter any more */
    EFFECT_MAY_WRITE_STATE, /* e.g. "errno" */
    EFFECT_CURSOR, /* strtok: when argument param is not null it is the string to walk through;
                      else the walk goes on where the cursor is. The string is read and may be
                      written. The cursor is the state called name, or, when name is NULL, the
                      pointer that parameter other points to. param PARAM_NONE: always goes on */

    /* Streams, also of directories: parameter param is the FILE *. */
    EFFECT_STREAM_READ,  /* takes from it */
    EFFECT_STREAM_WRITE, /* prints to it */
    EFFECT_STREAM_FLUSH, /* pushes out what was printed; a null argument means every stream */
    EFFECT_STREAM_MOVE,  /* changes its position, buffer, mode or error flags */
    EFFECT_STREAM_QUERY, /* asks for its position or flags */
    EFFECT_STREAM_CLOSE,
    EFFECT_STDOUT, /* prints to stdout, itself or by a child process */
    EFFECT_STDERR,
    EFFECT_STDIN,            /* takes from stdin */
    EFFECT_DESCRIPTOR_READ,  /* parameter param is a file descriptor; moves its offset */
    EFFECT_DESCRIPTOR_WRITE, /* prints to it */
    EFFECT_DESCRIPTOR_MOVE,  /* changes its offset, size or mode */
    EFFECT_DESCRIPTOR_QUERY, /* without touching its offset */
    EFFECT_DESCRIPTOR_CLOSE,

    /* Control and the world. */
    EFFECT_PRINT_FORMAT, /* parameter param is a printf format. The entry assumes that it has no %n,
                            and no wide string (%ls, %S) */
    EFFECT_SCAN_FORMAT,  /* parameter param is a scanf format. The entry assumes that it has no %m,
                            and  no wide string (%ls, %S, %l[) */
    EFFECT_CALL, /* calls the function passed as param, any number of times, with pointers into
                    the objects of the parameters in the mask with */
    EFFECT_EXIT, /* ends the program, or may: assert */
    EFFECT_WORLD_READ,  /* clocks, process ids, files by their name: what the answer is depends on
                           more than the program */
    EFFECT_WORLD_WRITE, /* changes files by their name, runs programs */
    EFFECT_FORBIDDEN,   /* must not be called in an iteration: name is the reason, "it ..." */
};

struct effect {
    enum effect_kind kind;
    int param; /* position from 0, or PARAM_VARIADIC */
    struct extent extent;
    int other;     /* EFFECT_CURSOR, EFFECT_STORE_INSIDE */
    unsigned with; /* EFFECT_CALL: bit k stands for parameter k */
    const char *name;
};

/* What a pointer that the function returns points to. Each may be null as well. */
enum result_kind {
    RESULT_VALUE,  /* no pointer; a number, perhaps read from memory that the effects name */
    RESULT_FRESH,  /* memory of its own, to be freed by the caller or at the end of the function */
    RESULT_PARAM,  /* the argument param itself, unchanged */
    RESULT_INSIDE, /* somewhere in the object that param points into */
    RESULT_CURSOR, /* somewhere in the string that the EFFECT_CURSOR walks through */
    RESULT_STATE,  /* memory of the library, the state called name */
    RESULT_CONSTANT, /* memory that nobody ever writes, and neither what is reached from it */
    RESULT_STREAM, /* a new stream; path and mode are the parameters that name the file and say how
                      it is opened. path PARAM_NONE: no file that another stream could have; mode
                      PARAM_NONE: for reading only */
    RESULT_DESCRIPTOR, /* a new file descriptor; path as for a stream, mode the parameter with O_
                          flags */
    RESULT_NUMBER,     /* a number that means something where the stream param does: fileno */
    RESULT_MAPPING,    /* a private mapping; mode is the parameter with MAP_ flags, the first one an
                          address that has to be null */
};

struct library_function {
    const char *name;
    enum result_kind result;
    int param;         /* RESULT_PARAM, RESULT_INSIDE, RESULT_NUMBER */
    int path, mode;    /* RESULT_STREAM, RESULT_DESCRIPTOR, RESULT_MAPPING */
    const char *state; /* RESULT_STATE */
    const struct effect *effects;
    size_t effect_count;
};

/* The entry of a function by its name, NULL when nothing is known. Also found are __builtin_NAME
 * and
 * __isoc99_NAME of a known NAME, the float and long double variants of the mathematical functions,
 * and whatever begins like the functions of a threads library. The entry's own name may differ. */
const struct library_function *effects_find(const char *name);

/* Whether the function computes a value from its arguments and from nothing else, not even the
 * locale; it may set errno, and draw random numbers. */
bool effects_are_of_numbers(const struct library_function *function);

/* The whole table, area after area, for tests and listings: entry number INDEX, NULL behind the
 * last. */
const struct library_function *effects_get(size_t index);

#endif
