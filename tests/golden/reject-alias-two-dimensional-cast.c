/* status: 1 */
/* The matrix is walked as one row. */
int m[10][10];

void f(void)
{
    int *flat = &m[0][0];

#pragma ppar for
    for (int i = 0; i < 9; i++)
        flat[10 * i + 10] = m[i][0] + 1;
}
