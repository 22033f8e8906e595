/* flags: -O1 -lm */
/* The Mandelbrot set, a picture row by row, and the number of points that stay. */
#include <complex.h>
#include <stdio.h>
#include <stdlib.h>

static int escape(double complex c, int most)
{
    double complex z = 0;
    int k = 0;
    while (k < most && creal(z) * creal(z) + cimag(z) * cimag(z) < 4) {
        z = z * z + c;
        k++;
    }
    return k;
}

int main(int argc, char **argv)
{
    int width = argc > 1 ? atoi(argv[1]) : 90, height = width * 2 / 3, inside = 0;
    unsigned char *picture = malloc((size_t)width * height);
    if (!picture)
        return 1;
#pragma ppar for schedule(dynamic)
    for (int y = 0; y < height; y++) {
        double im = 2.0 * y / height - 1;
        for (int x = 0; x < width; x++) {
            int k = escape(3.0 * x / width - 2 + im * I, 255);
            picture[y * width + x] = (unsigned char)k;
            inside += k == 255;
        }
    }
    printf("P5 %d %d 255\n", width, height);
    fwrite(picture, 1, (size_t)width * height, stdout);
    fprintf(stderr, "%d inside\n", inside);
    free(picture);
    return inside % 100;
}
