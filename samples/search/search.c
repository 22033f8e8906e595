/*
 * The first hit: which number, put behind a text, gives a digest (SHA-256) that begins with so many
 * zero bits?
 *
 *     search [zero bits]
 *
 * The loop ends with the first one, by break. Nobody knows before how far it is: with 21 bits it
 * takes some millions of trials. Workers run ahead; what they have computed and printed behind the
 * first hit is thrown away, so the number, the close ones that are printed on the way and the count
 * of all trials are those of the serial program.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char text[] = "A needle in a haystack: ";

static const uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t turn(uint32_t x, int by)
{
    return x >> by | x << (32 - by);
}

/* The digest of a message of at most 55 bytes. */
static void digest_of(const char *message, size_t length, uint32_t digest[8])
{
    static const uint32_t start[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    unsigned char block[64] = {0};
    uint32_t w[64], v[8];

    memcpy(block, message, length);
    block[length] = 0x80;
    block[62] = (unsigned char)(length >> 5);
    block[63] = (unsigned char)(length << 3);
    for (int k = 0; k < 16; k++)
        w[k] = (uint32_t)block[4 * k] << 24 | (uint32_t)block[4 * k + 1] << 16 |
               (uint32_t)block[4 * k + 2] << 8 | block[4 * k + 3];
    for (int k = 16; k < 64; k++)
        w[k] = w[k - 16] + w[k - 7] + (turn(w[k - 15], 7) ^ turn(w[k - 15], 18) ^ w[k - 15] >> 3) +
               (turn(w[k - 2], 17) ^ turn(w[k - 2], 19) ^ w[k - 2] >> 10);
    for (int k = 0; k < 8; k++)
        v[k] = start[k];
    for (int k = 0; k < 64; k++) {
        uint32_t a = v[7] + (turn(v[4], 6) ^ turn(v[4], 11) ^ turn(v[4], 25)) +
                     ((v[4] & v[5]) ^ (~v[4] & v[6])) + constants[k] + w[k];
        uint32_t b = (turn(v[0], 2) ^ turn(v[0], 13) ^ turn(v[0], 22)) +
                     ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));

        for (int j = 7; j > 0; j--)
            v[j] = v[j - 1];
        v[4] += a;
        v[0] = a + b;
    }
    for (int k = 0; k < 8; k++)
        digest[k] = start[k] + v[k];
}

static int zero_bits(const uint32_t digest[8])
{
    int bits = 0;

    while (bits < 256 && !(digest[bits / 32] >> (31 - bits % 32) & 1))
        bits++;
    return bits;
}

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int main(int argc, char **argv)
{
    const int wanted = argc > 1 ? atoi(argv[1]) : 21;
    uint32_t digest[8];
    long long k, sum = 0;
    double start = now();

#pragma ppar for
    for (k = 0; k < 1LL << 40; k++) {
        char message[56];
        int bits;

        snprintf(message, sizeof message, "%s%lld", text, k);
        digest_of(message, strlen(message), digest);
        bits = zero_bits(digest);
        sum += bits;
        if (bits >= wanted - 3)
            printf("%2d zero bits: %lld\n", bits, k);
        if (bits >= wanted)
            break;
    }
    fprintf(stderr, "%s: %lld trials in %.3f s\n", argv[0], k + 1, now() - start);

    printf("%s%lld\n", text, k);
    for (int j = 0; j < 8; j++)
        printf("%08x", digest[j]);
    printf("\n%.4f zero bits on average\n", (double)sum / (double)(k + 1));
    return 0;
}
