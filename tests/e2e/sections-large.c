/* verdict: trusted */
/* Sections of many pages, which are shared in place, and whose edges are not. */
#include <stdio.h>
#include <stdlib.h>

__attribute__((weak)) void paint(unsigned char *p, int width, int y)
{
    for (int x = 0; x < width; x++)
        p[x] = (unsigned char)(x * y + y);
}

__attribute__((weak)) void brighten(unsigned char *p, int width)
{
    for (int x = 0; x < width; x++)
        if (x % 3)
            p[x]++;
}

static void work(unsigned char *line, int width, int height)
{
#pragma ppar for out(line[(long)y * width : width])
    for (int y = 0; y < height; y++)
        paint(line + (long)y * width, width, y);
#pragma ppar for inout(line[(long)y * width : width])
    for (int y = 0; y < height; y++)
        brighten(line + (long)y * width, width);
}

int main(void)
{
    int width = 40001, height = 67;
    unsigned char *image = malloc((size_t)width * (size_t)height + 3);
    unsigned long sum = 0;
    if (!image)
        return 1;
    image[0] = 1;
    image[(size_t)width * (size_t)height + 2] = 9;
    work(image + 1, width, height);
    for (long k = 0; k <= (long)width * height; k++)
        sum = sum * 31 + image[k];
    printf("%lu %d\n", sum, image[(size_t)width * (size_t)height + 2]);
    free(image);
    return 0;
}
