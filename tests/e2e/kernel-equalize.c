/* flags: -O1 -lm */
/* Histogram equalisation of a grey picture. */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int width = 97, height = 71, size = width * height;
    unsigned char *pixels = malloc((size_t)size);
    int histogram[256] = {0};
    unsigned char map[256];
    if (!pixels)
        return 1;
    for (int k = 0; k < size; k++)
        pixels[k] = (unsigned char)(60 + k * k % 83);
#pragma ppar for
    for (int k = 0; k < size; k++)
        histogram[pixels[k]]++;
    int below = 0, first = -1;
    for (int g = 0; g < 256; g++) {
        below += histogram[g];
        if (first < 0 && below)
            first = below;
        map[g] = (unsigned char)(below <= first ? 0 : 255LL * (below - first) / (size - first));
    }
#pragma ppar for
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            pixels[y * width + x] = map[pixels[y * width + x]];
    fwrite(pixels, 1, (size_t)size, stdout);
    free(pixels);
    return 0;
}
