/* verdict: proven */
/* y * width + x, the picture in one block from malloc. */
#include "show.h"

#include <stdlib.h>

int main(void)
{
    int width = 7, height = 6;
    int *image = malloc((size_t)(width * height) * sizeof *image);
    int *copy = malloc((size_t)(width * height) * sizeof *copy);

    if (image == NULL || copy == NULL)
        return 1;
    FILL(image, width * height, -1);
    FILL(copy, width * height, -1);
#pragma ppar for
    for (int y = 1; y < height - 1; y++)
        for (int x = 0; x < width; x++)
            image[y * width + x] = 10 * y + x;
#pragma ppar for
    for (int y = 1; y < height - 1; y++)
        for (int x = 1; x < width - 1; x++)
            copy[y * width + x] = image[y * width + x - 1] + image[(y + 1) * width + x];
    SHOW("%d", image, width * height);
    SHOW("%d", copy, width * height);
    free(copy);
    free(image);
    return 0;
}
