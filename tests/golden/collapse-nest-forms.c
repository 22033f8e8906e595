/* status: 1 */
/* What keeps loops from becoming one iteration space. */
static double a[30][40], out[30];
static int t, n = 40;

void nest(int m, int *p)
{
    int i, j = 3;
#pragma ppar for collapse(2)
    for (i = 0; i < 30; i++)
        out[i] = 1;
#pragma ppar for collapse(3)
    for (i = 0; i < 30; i++)
        for (j = 0; j < 40; j++) {
            a[i][j] = 1;
        }
#pragma ppar for collapse(2)
    for (i = 0; i < 30; i++) {
        out[i] = 0;
        for (j = 0; j < 40; j++)
            a[i][j] = 1;
    }
#pragma ppar for collapse(2)
    for (i = 0; i < 30; i++) {
        for (j = 0; j < 40; j++)
            a[i][j] = 1;
        out[i] = 0;
    }
#pragma ppar for collapse(2)
    for (i = 0; i < 30; i++) {
        enum { n = 5 };
        for (j = 0; j < n; j++)
            a[i][j] = 1;
    }
#pragma ppar for collapse(2)
    for (i = 0; i < 30; i++)
        while (j < 40)
            a[i][j++] = 1;
#pragma ppar for collapse(2)
    for (i = 0; i < 30; i++)
        for (j = 0; j <= i; j++)
            a[i][j] = 1;
#pragma ppar for collapse(2)
    for (i = 0; i < 30; i++)
        for (j = i; j < 40; j++)
            a[i][j] = 1;
#pragma ppar for collapse(2)
    for (i = 0; i < j; i++)
        for (j = 0; j < 40; j++)
            a[i][j] = 1;
#pragma ppar for collapse(2)
    for (i = 0; i < 30; i++)
        for (j = j; j < 40; j++)
            a[i][j] = 1;
#pragma ppar for collapse(2)
    for (i = 0; i < 30; i++)
        for (j = 0; j < 40; j += i)
            a[i][j] = 1;
#pragma ppar for collapse(2)
    for (i = 0; i < 30; i++)
        for (t = 0; t < 40; t++)
            a[i][t] = 1;
#pragma ppar for collapse(2)
    for (i = 0; i < 30; i++)
        for (i = 0; i < 30; i++)
            a[i][i] = 1;
#pragma ppar for collapse(2)
    for (i = 0; i < 30; i++)
#define WIDTH 7
        for (j = 0; j < WIDTH; j++)
            a[i][j] = 1;
#pragma ppar for collapse(2)
    for (i = 0; i < 30; i++)
        for (j = 1; j < 40; j *= 2)
            a[i][j] = 1;
#pragma ppar for collapse(2)
    for (i = 0; i < 30; i++)
        for (j = 0; j < 40; j++) {
            if (a[i][j] > 3)
                break;
            a[i][j] = 1;
        }
#pragma ppar for collapse(2)
    for (i = 0; i < 30; i++)
        for (j = 0; j < 40; j++)
            if (j == *p)
                j = m;
#pragma ppar for collapse(n)
    for (i = 0; i < 30; i++)
        for (j = 0; j < 40; j++)
            a[i][j] = 1;
#pragma ppar for collapse(0)
    for (i = 0; i < 30; i++)
        out[i] = 1;
#pragma ppar for collapse(9)
    for (i = 0; i < 30; i++)
        out[i] = 1;
}
