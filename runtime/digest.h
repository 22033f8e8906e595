/* BLAKE2b with a digest of 16 bytes; see digest.c. */
#ifndef PPAR_DIGEST_H
#define PPAR_DIGEST_H

#include <stddef.h>
#include <stdint.h>

#define DIGEST_BYTES 16
#define DIGEST_BLOCK 128

/* What has been added so far. A plain value: a copy goes on from the same place. */
struct digest {
    uint64_t state[8];
    uint64_t length; /* bytes that are in the state */
    size_t used;     /* of the block */
    unsigned char block[DIGEST_BLOCK];
};

void digest_init(struct digest *digest);
void digest_add(struct digest *digest, const void *bytes, size_t length);
void digest_number(struct digest *digest, uint64_t number);

/* The text with its end, so that two texts are not one longer one. NULL: as "". */
void digest_text(struct digest *digest, const char *text);

/* Nothing more can be added. */
void digest_end(struct digest *digest, unsigned char sum[DIGEST_BYTES]);

#endif
