/* flags: -O1 -lm */
/* A picture of three channels is blurred with a 5 x 5 kernel, edges repeated. */
#include <stdio.h>
#include <stdlib.h>

struct image {
    int width, height;
    unsigned char *pixels;
};

static int clamp(int v, int high)
{
    return v < 0 ? 0 : v > high ? high : v;
}

static void convolve(const struct image *in, struct image *out, const float kernel[5][5])
{
#pragma ppar for
    for (int y = 0; y < in->height; y++) {
        for (int x = 0; x < in->width; x++) {
            float sum[3] = {0, 0, 0};
            for (int dy = -2; dy <= 2; dy++)
                for (int dx = -2; dx <= 2; dx++) {
                    int sy = clamp(y + dy, in->height - 1), sx = clamp(x + dx, in->width - 1);
                    const unsigned char *p = in->pixels + 3 * (sy * in->width + sx);
                    for (int c = 0; c < 3; c++)
                        sum[c] += kernel[dy + 2][dx + 2] * p[c];
                }
            unsigned char *q = &out->pixels[3 * (y * out->width + x)];
            for (int c = 0; c < 3; c++)
                q[c] = (unsigned char)(sum[c] < 0 ? 0 : sum[c] > 255 ? 255 : sum[c] + 0.5f);
        }
    }
}

static struct image make(int width, int height)
{
    struct image image = {width, height, malloc(3 * (size_t)width * height)};
    if (!image.pixels)
        exit(1);
    for (int k = 0; k < 3 * width * height; k++)
        image.pixels[k] = (unsigned char)(k * k % 251);
    return image;
}

int main(void)
{
    static const float kernel[5][5] = {{1 / 256.f, 4 / 256.f, 6 / 256.f, 4 / 256.f, 1 / 256.f},
                                       {4 / 256.f, 16 / 256.f, 24 / 256.f, 16 / 256.f, 4 / 256.f},
                                       {6 / 256.f, 24 / 256.f, 36 / 256.f, 24 / 256.f, 6 / 256.f},
                                       {4 / 256.f, 16 / 256.f, 24 / 256.f, 16 / 256.f, 4 / 256.f},
                                       {1 / 256.f, 4 / 256.f, 6 / 256.f, 4 / 256.f, 1 / 256.f}};
    struct image in = make(61, 43), out = make(61, 43);
    convolve(&in, &out, kernel);
    fwrite(out.pixels, 1, 3 * 61 * 43, stdout);
    free(in.pixels);
    free(out.pixels);
    return 0;
}
