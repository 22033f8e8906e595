/* status: 1 */
/* j runs one past the row, into the next one. */
int v[10][10], b[10];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 9; i++) {
        b[i] = v[i][0];
        for (int j = 1; j <= 10; j++)
            v[i][j] = 1;
    }
}
