/* What the results of a loop depend on, as digests; see identity.c. */
#ifndef PPAR_IDENTITY_H
#define PPAR_IDENTITY_H

#include "api.h"
#include "digest.h"

#include <stdint.h>

struct ppar_run;

/* The program that runs, with its libraries. 0 or -errno. Takes some time, once. */
int identity_program(unsigned char sum[DIGEST_BYTES]);

/* The command line. 0 or -errno. */
int identity_command(unsigned char sum[DIGEST_BYTES]);

/* Which loop it is, its iterations, and how records of it are made. */
void identity_range(const struct ppar_run *run, unsigned char sum[DIGEST_BYTES]);

/* What calculations depend on besides: the locale, how numbers are rounded, and what accumulators
 * are before the loop. */
void identity_surroundings(struct digest *digest, const struct ppar_run *run);

#define POINTERS 256

/* What a loop reads, as far as it has been told. All zeros but for the digest at first. */
struct inputs {
    struct digest digest;
    uintptr_t pointer[POINTERS]; /* the first values that were met */
    unsigned pointers;
};

/* LENGTH bytes of memory, which need not all be there. 0 or -errno. */
int identity_memory(struct inputs *inputs, const volatile void *from, size_t length);

/* The same up to the end of the string. */
int identity_text(struct inputs *inputs, const volatile void *from, size_t length);

/* The same as an array, of which not all bytes count: ppar_input. */
int identity_elements(struct inputs *inputs, const volatile void *base, long long low,
                      long long high, const struct ppar_element *element);

/* Rows behind a table of pointers. */
int identity_rows(struct inputs *inputs, const struct ppar_rows *rows);

void identity_pointer(struct inputs *inputs, const volatile void *pointer);

/* The environment, but for our own variables. */
void identity_environment(struct inputs *inputs);

#endif
