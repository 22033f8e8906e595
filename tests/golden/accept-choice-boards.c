/* From one board to the other one. */
static int board[2][100];

void f(int now)
{
#pragma ppar for
    for (int i = 1; i < 100; i++)
        board[!now][i] = board[now][i - 1] + board[now][i];
}
