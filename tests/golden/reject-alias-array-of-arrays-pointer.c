/* status: 1 */
/* A pointer to a row stands one row further. */
int m[10][10];

void f(void)
{
    int(*next)[10] = m + 1;

#pragma ppar for
    for (int i = 0; i < 9; i++)
        next[i][0] = m[i][0] + 1;
}
