/* status: 0 */
/* One member is written, another one of the neighbour is read. */
struct point {
    int x, y;
} p[100];

void f(void)
{
#pragma ppar for
    for (int i = 1; i < 100; i++)
        p[i].x = p[i - 1].y;
}
