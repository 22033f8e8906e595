/* status: 0 */
/* A parallel loop inside another one. */
int m[20][20];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 20; i++) {
#pragma ppar for
        for (int j = 0; j < 20; j++)
            m[i][j] = i + j;
    }
}
