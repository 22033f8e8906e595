/*
 * Turns a picture into a watercolour: blurs it and draws the contours of the original over it in
 * ink.
 *
 *     filter picture.ppm watercolour.ppm contours.pgm
 *
 * Three passes, each over the rows of the picture in parallel:
 *
 *     picture -> blurred along the rows -> blurred along the columns -> contours, watercolour
 *
 * Each pass reads its neighbours in what the pass before it wrote and writes only its own row.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define RADIUS 10

struct pixel {
    unsigned char red, green, blue;
};

static double weight[2 * RADIUS + 1];

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void init_weights(void)
{
    double sum = 0.0;

    for (int k = -RADIUS; k <= RADIUS; k++)
        sum += exp(-4.5 * k * k / (RADIUS * RADIUS));
    for (int k = -RADIUS; k <= RADIUS; k++)
        weight[k + RADIUS] = exp(-4.5 * k * k / (RADIUS * RADIUS)) / sum;
}

static int clamp(int value, int limit)
{
    if (value < 0)
        return 0;
    return value < limit ? value : limit - 1;
}

/* The weighted mean of the 2 RADIUS + 1 pixels round (X, Y), STEP_X and STEP_Y apart. */
static struct pixel mean(const struct pixel *in, int width, int height, int x, int y, int step_x,
                         int step_y)
{
    double red = 0.5, green = 0.5, blue = 0.5;
    struct pixel p;

    for (int k = -RADIUS; k <= RADIUS; k++) {
        int at = clamp(y + k * step_y, height) * width + clamp(x + k * step_x, width);

        red += weight[k + RADIUS] * in[at].red;
        green += weight[k + RADIUS] * in[at].green;
        blue += weight[k + RADIUS] * in[at].blue;
    }
    p.red = (unsigned char)red;
    p.green = (unsigned char)green;
    p.blue = (unsigned char)blue;
    return p;
}

static double light(const struct pixel *in, int width, int height, int x, int y)
{
    const struct pixel *p = &in[clamp(y, height) * width + clamp(x, width)];

    return 0.299 * p->red + 0.587 * p->green + 0.114 * p->blue;
}

/* Sobel's operator: how steep the light is at (X, Y), from 0 to 255. */
static unsigned char contour(const struct pixel *in, int width, int height, int x, int y)
{
    double gx = 0.0, gy = 0.0, steep;

    for (int k = -1; k <= 1; k++) {
        int twice = k == 0 ? 2 : 1;

        gx += twice *
              (light(in, width, height, x + 1, y + k) - light(in, width, height, x - 1, y + k));
        gy += twice *
              (light(in, width, height, x + k, y + 1) - light(in, width, height, x + k, y - 1));
    }
    steep = sqrt(gx * gx + gy * gy) / 2.0;
    return (unsigned char)(steep < 255.0 ? steep : 255.0);
}

static void blur_along_rows(const struct pixel *restrict in, struct pixel *restrict out, int width,
                            int height)
{
#pragma ppar for
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            out[y * width + x] = mean(in, width, height, x, y, 1, 0);
}

static void blur_along_columns(const struct pixel *restrict in, struct pixel *restrict out,
                               int width, int height)
{
#pragma ppar for
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            out[y * width + x] = mean(in, width, height, x, y, 0, 1);
}

/* The colour P as paint, on which INK, from 0 to 1, has been drawn. */
static struct pixel paint(struct pixel p, double ink)
{
    p.red = (unsigned char)((1.0 - ink) * (80.0 + 0.68 * p.red));
    p.green = (unsigned char)((1.0 - ink) * (80.0 + 0.68 * p.green));
    p.blue = (unsigned char)((1.0 - ink) * (80.0 + 0.68 * p.blue));
    return p;
}

/* Draws the contours of IN, and over the colours of SOFT in ink. */
static void draw(const struct pixel *restrict in, const struct pixel *restrict soft,
                 unsigned char *restrict contours, struct pixel *restrict out, int width,
                 int height)
{
#pragma ppar for
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            unsigned char steep = contour(in, width, height, x, y);

            contours[y * width + x] = (unsigned char)(255 - steep);
            out[y * width + x] = paint(soft[y * width + x], steep / 255.0);
        }
    }
}

/* The pixels of the PPM file PATH, from malloc, or NULL after a message. */
static struct pixel *load(const char *path, int *width, int *height)
{
    FILE *file = fopen(path, "rb");
    struct pixel *image = NULL;
    size_t pixels;

    if (file == NULL) {
        perror(path);
        return NULL;
    }
    if (fscanf(file, "P6 %d %d 255", width, height) == 2 && getc(file) == '\n' && *width > 0 &&
        *height > 0 && *width <= 20000 && *height <= 20000) {
        pixels = (size_t)*width * (size_t)*height;
        image = malloc(pixels * sizeof *image);
        if (image != NULL && fread(image, sizeof *image, pixels, file) != pixels) {
            free(image);
            image = NULL;
        }
    }
    if (image == NULL)
        fprintf(stderr, "%s: not a PPM picture that can be read\n", path);
    fclose(file);
    return image;
}

static int save(const char *path, const char *magic, const void *image, size_t pixel, int width,
                int height)
{
    FILE *file = fopen(path, "wb");
    size_t pixels = (size_t)width * (size_t)height;
    int ok;

    if (file == NULL) {
        perror(path);
        return -1;
    }
    fprintf(file, "%s\n%d %d\n255\n", magic, width, height);
    ok = fwrite(image, pixel, pixels, file) == pixels;
    if (fclose(file) != 0 || !ok) {
        perror(path);
        return -1;
    }
    return 0;
}

int main(int argc, char **argv)
{
    int width, height, status;
    struct pixel *image, *along, *soft, *out;
    unsigned char *contours;
    size_t pixels;
    double start;

    if (argc != 4) {
        fprintf(stderr, "usage: filter picture.ppm watercolour.ppm contours.pgm\n");
        return 2;
    }
    image = load(argv[1], &width, &height);
    if (image == NULL)
        return 1;
    pixels = (size_t)width * (size_t)height;
    along = malloc(pixels * sizeof *along);
    soft = malloc(pixels * sizeof *soft);
    out = malloc(pixels * sizeof *out);
    contours = malloc(pixels);
    if (along == NULL || soft == NULL || out == NULL || contours == NULL) {
        perror("filter");
        return 1;
    }

    init_weights();
    start = now();
    blur_along_rows(image, along, width, height);
    blur_along_columns(along, soft, width, height);
    draw(image, soft, contours, out, width, height);
    fprintf(stderr, "%s: %s in %.2f s\n", argv[0], argv[1], now() - start);

    status = save(argv[2], "P6", out, sizeof *out, width, height) < 0 ||
             save(argv[3], "P5", contours, 1, width, height) < 0;
    free(contours);
    free(out);
    free(soft);
    free(along);
    free(image);
    return status;
}
