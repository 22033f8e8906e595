/*
 * Scans a head that is known, and computes the picture from the scan:
 *
 *     tomograph [size [angles [picture.pgm]]]
 *
 * Prints how far the picture is from the head, and one row of both.
 */
#include "tomo.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static double coordinate(int k, int size)
{
    return 2.0 * k / (size - 1) - 1;
}

static void report(const struct picture *picture)
{
    int size = picture->size, row = size * 13 / 16;
    double sum = 0;

    for (int r = 0; r < size; r++) {
        for (int c = 0; c < size; c++) {
            double real = phantom_density(coordinate(c, size), -coordinate(r, size));

            sum += pow(picture->value[r * size + c] - real, 2);
        }
    }
    printf("mean square error %.10f\n", sum / ((double)size * size));
    for (int c = size / 4; c < size * 3 / 4; c += size / 16)
        printf("%7.4f %13.10f %4.1f\n", coordinate(c, size), picture->value[row * size + c],
               phantom_density(coordinate(c, size), -coordinate(row, size)));
}

static int save(const struct picture *picture, const char *path)
{
    FILE *file = fopen(path, "wb");
    int is_bad;

    if (file == NULL)
        return -1;
    fprintf(file, "P5\n%d %d\n255\n", picture->size, picture->size);
    for (int k = 0; k < picture->size * picture->size; k++)
        putc((int)(255 * fmin(fmax(2 * picture->value[k], 0), 1)), file);
    is_bad = ferror(file);
    return fclose(file) || is_bad ? -1 : 0;
}

int main(int argc, char **argv)
{
    int size = argc > 1 ? atoi(argv[1]) : 256;
    int angles = argc > 2 ? atoi(argv[2]) : 360;
    struct picture picture = {size, NULL};
    struct scan scan = {angles, 2 * size + 1, NULL};

    if (size < 16 || size > 8192 || angles < 1 || angles > 8192) {
        fprintf(stderr, "usage: tomograph [size [angles [picture.pgm]]]\n");
        return 2;
    }
    picture.value = malloc((size_t)size * (size_t)size * sizeof(double));
    scan.value = malloc((size_t)angles * (size_t)scan.rays * sizeof(double));
    if (picture.value == NULL || scan.value == NULL) {
        perror("tomograph");
        return 1;
    }
    project(&scan);
    if (reconstruct(&picture, &scan) < 0 || (argc > 3 && save(&picture, argv[3]) < 0)) {
        perror("tomograph");
        return 1;
    }
    report(&picture);
    free(scan.value);
    free(picture.value);
    return 0;
}
