/* verdict: proven */
/* Rows of the Mandelbrot set, uneven work. */
#include "show.h"

#define H 24
#define W 60

static unsigned char picture[H + 2][W];

int main(void)
{
    FILL(&picture[0][0], (H + 2) * W, '=');
#pragma ppar for schedule(dynamic, 1)
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++) {
            double cx = -2.2 + 3.2 * x / W, cy = -1.2 + 2.4 * y / H, zx = 0.0, zy = 0.0;
            int k;

            for (k = 0; k < 200 && zx * zx + zy * zy < 4.0; k++) {
                double t = zx * zx - zy * zy + cx;

                zy = 2 * zx * zy + cy;
                zx = t;
            }
            picture[y + 1][x] = (unsigned char)" .:-=+*#%@"[k == 200 ? 9 : k % 9];
        }
    for (int y = 0; y < H + 2; y++)
        printf("%.*s\n", W, (const char *)picture[y]);
    return 0;
}
