/* verdict: proven */
/* flags: -O1 -lm */
/* What loops inside step through by a variable of their own: pointers, indices, both ways. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { H = 41, W = 23 };

static unsigned char image[H][W][3];
static long down[H * W + 1], square[H][4][5], strided[H * 8];
static double plane[H * W];

static unsigned long hash(const void *bytes, size_t size)
{
    const unsigned char *p = bytes;
    unsigned long h = 1469598103934665603ul;
    while (size--)
        h = (h ^ *p++) * 1099511628211ul;
    return h;
}

static void fill(double *to, int count, double value)
{
    for (int k = 0; k < count; k++)
        *to++ += value + k;
}

int main(void)
{
    double *out = calloc(H * W, sizeof *out);
    if (!out)
        return 1;
    unsigned char *bytes = &image[0][0][0];
#pragma ppar for
    for (int y = 0; y < H; y++) {
        int at = y * W * 3;
        for (int x = 0; x < W; x++) {
            bytes[at] += (unsigned char)(x + y);
            bytes[at + 1] += (unsigned char)x;
            bytes[at + 2] += (unsigned char)y;
            at += 3;
        }
    }
#pragma ppar for
    for (int y = 0; y < H; y++) {
        long *p = down + y * W + W;
        for (int x = W; x > 0; x--)
            *p-- += x * y;
    }
#pragma ppar for
    for (int y = 0; y < H; y++) {
        long *p = &square[y][0][0];
        for (int a = 0; a < 4; a++)
            for (int b = 0; b < 5; b++)
                *p++ += a * b + y;
        p[-1] = -y; /* the last of them */
    }
#pragma ppar for
    for (int y = 0; y < H; y++) {
        int k = 8 * y;
        for (int x = 1; x < 21; x += 5)
            strided[k++] += x;
        strided[k] += 100;
        for (; k < 8 * y + 6; k++)
            ;
        strided[8 * y + 7] += k;
    }
#pragma ppar for
    for (int y = 0; y < H; y++)
        fill(plane + y * W, W, 0.25 * y);
#pragma ppar for
    for (int y = 0; y < H; y++) {
        double *row = out + y * W;
        const double *from = plane + y * W;
        for (int x = 0; x < W; x++, row++)
            *row = 2 * *from++ + x;
    }
    printf("%lx %lx %lx\n", hash(image, sizeof image), hash(down, sizeof down),
           hash(square, sizeof square));
    printf("%lx %lx %lx\n", hash(strided, sizeof strided), hash(plane, sizeof plane),
           hash(out, H * W * sizeof *out));
    free(out);
    return 0;
}
