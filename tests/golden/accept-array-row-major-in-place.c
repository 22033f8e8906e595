/* status: 0 */
/* The same, read and written. */
void f(double *image, int width, int height)
{
#pragma ppar for
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            image[y * width + x] *= 2.0;
}
