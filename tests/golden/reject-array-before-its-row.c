/* status: 1 */
/* j starts at -1, in the row before, which the next iteration reads. */
int v[10][10], b[10];

void f(void)
{
#pragma ppar for
    for (int i = 9; i > 0; i--) {
        b[i] = v[i][9];
        for (int j = -1; j < 9; j++)
            v[i][j] = i;
    }
}
