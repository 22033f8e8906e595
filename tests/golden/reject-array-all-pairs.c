/* status: 1 */
/* The outer loop of the shortest paths of Floyd and Warshall. */
int d[20][20];

void f(void)
{
#pragma ppar for
    for (int k = 0; k < 20; k++)
        for (int i = 0; i < 20; i++)
            for (int j = 0; j < 20; j++)
                if (d[i][k] + d[k][j] < d[i][j])
                    d[i][j] = d[i][k] + d[k][j];
}
