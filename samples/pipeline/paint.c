/*
 * Paints a folder of pictures: Julia sets z -> z^2 + c, for values of c on a path round the
 * Mandelbrot set.
 *
 *     paint folder [pictures [width]]
 *
 * Each picture is painted row by row, in parallel, and written as a PPM file.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#define MAX_STEPS 400

struct pixel {
    unsigned char red, green, blue;
};

static unsigned char shade(double wave)
{
    return (unsigned char)(127.5 - 127.0 * cos(wave));
}

/* The colour of the point Z, by how fast z -> z^2 + C takes it away. */
static struct pixel colour(double zx, double zy, double cx, double cy)
{
    struct pixel p = {250, 240, 215};
    double t;
    int k;

    for (k = 0; k < MAX_STEPS && zx * zx + zy * zy < 1000.0; k++) {
        double next = zx * zx - zy * zy + cx;

        zy = 2.0 * zx * zy + cy;
        zx = next;
    }
    if (k == MAX_STEPS)
        return p;
    t = log(2.0 + k - log(0.5 * log(zx * zx + zy * zy)) / log(2.0));
    p.red = shade(2.1 * t - 1.5);
    p.green = shade(1.9 * t - 1.7);
    p.blue = shade(1.5 * t - 0.4);
    return p;
}

static void paint(struct pixel *restrict image, int width, int height, double cx, double cy)
{
    double size = 3.2 / width;

#pragma ppar for
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            image[y * width + x] =
                colour((x - 0.5 * width) * size, (y - 0.5 * height) * size, cx, cy);
}

static int save(const char *folder, int number, const struct pixel *image, int width, int height)
{
    char path[1024];
    FILE *file;
    size_t pixels = (size_t)width * (size_t)height;
    int ok;

    snprintf(path, sizeof path, "%s/julia-%d.ppm", folder, number);
    file = fopen(path, "wb");
    if (file == NULL) {
        perror(path);
        return -1;
    }
    fprintf(file, "P6\n%d %d\n255\n", width, height);
    ok = fwrite(image, sizeof *image, pixels, file) == pixels;
    if (fclose(file) != 0 || !ok) {
        perror(path);
        return -1;
    }
    return 0;
}

int main(int argc, char **argv)
{
    const char *folder = argc > 1 ? argv[1] : "pictures";
    int pictures = argc > 2 ? atoi(argv[2]) : 6;
    int width = argc > 3 ? atoi(argv[3]) : 2400;
    int height = width * 3 / 4;
    struct pixel *image;

    if (pictures < 1 || width < 4 || width > 20000) {
        fprintf(stderr, "usage: paint folder [pictures [width]]\n");
        return 2;
    }
    image = malloc((size_t)width * (size_t)height * sizeof *image);
    if (image == NULL) {
        perror("paint");
        return 1;
    }
    mkdir(folder, 0777);
    for (int k = 0; k < pictures; k++) {
        double angle = 0.35 + 0.9 * k;

        double cx = 1.03 * (0.5 * cos(angle) - 0.25 * cos(2 * angle));
        double cy = 1.03 * (0.5 * sin(angle) - 0.25 * sin(2 * angle));

        paint(image, width, height, cx, cy);
        if (save(folder, k + 1, image, width, height) < 0)
            return 1;
    }
    free(image);
    return 0;
}
