/* status: 0 */
/* Y * width + x with x below the width. */
#include <stdlib.h>

unsigned char *f(int width, int height)
{
    unsigned char *image = malloc((size_t)width * (size_t)height);

    if (image == NULL)
        return NULL;
#pragma ppar for
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            image[y * width + x] = (unsigned char)(x ^ y);
    return image;
}
