/* A row of an image is one run of bytes. */
enum { WIDTH = 64 };

void f(unsigned char image[][WIDTH], int height)
{
#pragma ppar for
    for (int y = 0; y < height; y++)
        for (int x = 0; x < WIDTH; x++)
            image[y][x] = (unsigned char)(x ^ y);
}
