/* Programs whose calls are made to fail: between them they go every way through the runtime. */
#ifndef PROGRAMS_H
#define PROGRAMS_H

struct program {
    const char *name;
    void (*run)(void);
    const char *settings; /* of the environment: "NAME=value ..." */
    int slow;             /* only in the long form of the test */
    int stays;            /* its workers stay */
};

extern const struct program programs[];
extern const int program_count;

#endif
