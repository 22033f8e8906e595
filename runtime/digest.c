/*
 * BLAKE2b (RFC 7693) without a key, with a digest of 16 bytes: what `b2sum -l 128` prints. Two
 * texts with the same digest are not known, so what has the same digest is taken to be the same:
 * the program, its input, a record in a log.
 */
#include "digest.h"

#include <endian.h>
#include <string.h>

#define ROUNDS 12

static const uint64_t start[8] = {
    0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
    0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
};

/* In which order a round takes the words of the block; the last two are the first two again. */
static const unsigned char order[ROUNDS][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
};

static uint64_t turn(uint64_t value, unsigned bits)
{
    return value >> bits | value << (64 - bits);
}

static inline __attribute__((always_inline)) void mix(uint64_t *a, uint64_t *b, uint64_t *c,
                                                      uint64_t *d, uint64_t x, uint64_t y)
{
    *a += *b + x;
    *d = turn(*d ^ *a, 32);
    *c += *d;
    *b = turn(*b ^ *c, 24);
    *a += *b + y;
    *d = turn(*d ^ *a, 16);
    *c += *d;
    *b = turn(*b ^ *c, 63);
}

/* The words of a block are those of a little-endian machine. */
static uint64_t word(const unsigned char *bytes)
{
    uint64_t value;
    memcpy(&value, bytes, sizeof value);
    return le64toh(value);
}

static void mix_block(struct digest *digest, const unsigned char *block, int is_last)
{
    uint64_t v[16], m[16];
    for (unsigned k = 0; k < 16; k++)
        m[k] = word(block + 8 * k);
    memcpy(v, digest->state, sizeof digest->state);
    memcpy(v + 8, start, sizeof start);
    v[12] ^= digest->length;
    v[14] = is_last ? ~v[14] : v[14];
    for (unsigned r = 0; r < ROUNDS; r++) {
        const unsigned char *s = order[r];
        mix(&v[0], &v[4], &v[8], &v[12], m[s[0]], m[s[1]]);
        mix(&v[1], &v[5], &v[9], &v[13], m[s[2]], m[s[3]]);
        mix(&v[2], &v[6], &v[10], &v[14], m[s[4]], m[s[5]]);
        mix(&v[3], &v[7], &v[11], &v[15], m[s[6]], m[s[7]]);
        mix(&v[0], &v[5], &v[10], &v[15], m[s[8]], m[s[9]]);
        mix(&v[1], &v[6], &v[11], &v[12], m[s[10]], m[s[11]]);
        mix(&v[2], &v[7], &v[8], &v[13], m[s[12]], m[s[13]]);
        mix(&v[3], &v[4], &v[9], &v[14], m[s[14]], m[s[15]]);
    }
    for (unsigned k = 0; k < 8; k++)
        digest->state[k] ^= v[k] ^ v[k + 8];
}

void digest_init(struct digest *digest)
{
    memcpy(digest->state, start, sizeof start);
    digest->state[0] ^= 0x01010000 ^ DIGEST_BYTES;
    digest->length = 0;
    digest->used = 0;
}

/* The last block is mixed in differently, so a full one waits until there is more. */
void digest_add(struct digest *digest, const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    while (length > 0) {
        if (digest->used == DIGEST_BLOCK) {
            digest->length += DIGEST_BLOCK;
            mix_block(digest, digest->block, 0);
            digest->used = 0;
        }
        size_t room = DIGEST_BLOCK - digest->used, size = length < room ? length : room;
        memcpy(digest->block + digest->used, at, size);
        digest->used += size;
        at += size;
        length -= size;
    }
}

void digest_number(struct digest *digest, uint64_t number)
{
    digest_add(digest, &number, sizeof number);
}

void digest_text(struct digest *digest, const char *text)
{
    if (text == NULL)
        text = "";
    digest_add(digest, text, strlen(text) + 1);
}

void digest_end(struct digest *digest, unsigned char sum[DIGEST_BYTES])
{
    digest->length += digest->used;
    memset(digest->block + digest->used, 0, DIGEST_BLOCK - digest->used);
    mix_block(digest, digest->block, 1);
    for (unsigned k = 0; k < DIGEST_BYTES; k++)
        sum[k] = (unsigned char)(digest->state[k / 8] >> 8 * (k % 8));
}
