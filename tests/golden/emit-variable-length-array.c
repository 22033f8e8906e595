/* Rows of an array whose width is a variable. */
void f(int rows, int columns, double m[rows][columns])
{
#pragma ppar for
    for (int r = 0; r < rows; r++)
        for (int c = 0; c < columns; c++)
            m[r][c] = r - c;
}
