/* flags: -O1 -lm */
/* Conway's Game of Life on a torus: two boards that change places. */
#include <stdio.h>
#include <string.h>

enum { ROWS = 40, COLUMNS = 64 };

static char board[2][ROWS][COLUMNS];

static int neighbours(char (*b)[COLUMNS], int r, int c)
{
    int count = 0;
    for (int dr = -1; dr <= 1; dr++)
        for (int dc = -1; dc <= 1; dc++)
            if (dr || dc)
                count += b[(r + dr + ROWS) % ROWS][(c + dc + COLUMNS) % COLUMNS];
    return count;
}

static int step(int now)
{
    int alive = 0;
#pragma ppar for
    for (int r = 0; r < ROWS; r++)
        for (int c = 0; c < COLUMNS; c++) {
            int n = neighbours(board[now], r, c);
            board[!now][r][c] = n == 3 || (n == 2 && board[now][r][c]);
            alive += board[!now][r][c];
        }
    return alive;
}

int main(void)
{
    for (int r = 0; r < ROWS; r++)
        for (int c = 0; c < COLUMNS; c++)
            board[0][r][c] = (r * 31 + c * 17 + r * c) % 5 == 0;
    for (int k = 0; k < 30; k++)
        printf("%d\n", step(k % 2));
    for (int r = 0; r < ROWS; r++) {
        for (int c = 0; c < COLUMNS; c++)
            putchar(board[0][r][c] ? '#' : '.');
        putchar('\n');
    }
    return 0;
}
