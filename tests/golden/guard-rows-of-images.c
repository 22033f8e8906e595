/* In each row a picture of so many columns. */
void f(float **image, int n, int w, int h)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int y = 1; y < h; y++)
            for (int x = 0; x < w; x++)
                image[i][y * w + x] += image[i][(y - 1) * w + x];
}
