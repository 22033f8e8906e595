/* status: 1 */
/* The condition is asked twice, and its answer has changed between. */
static int now;

void f(int n, int board[2][100])
{
#pragma ppar for
    for (int i = 1; i < n; i++) {
        int from = now == 0 ? 0 : 1;
        now = !now;
        int to = now == 0 ? 0 : 1;
        board[to][i] = board[from][i - 1];
    }
}
