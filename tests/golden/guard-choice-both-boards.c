/* Not the other board but a third of them: for now = 2 it is the same. */
void f(int now, int board[3][100])
{
#pragma ppar for
    for (int i = 1; i < 100; i++)
        board[now == 0 ? 1 : 2][i] = board[now][i - 1];
}
