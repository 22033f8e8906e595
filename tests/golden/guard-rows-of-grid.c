/* A table with rows of pointers. */
void f(double **cell, int w, int h)
{
#pragma ppar for
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++)
            for (int k = 0; k < 3; k++)
                cell[y * w + x][k] = 2 * cell[y * w + x][k] + 1;
}
