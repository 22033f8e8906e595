/* status: 1 */
/* One member is written, the other is read. */
struct {
    int x, y;
} s;
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        s.x = i;
        a[i] = s.x + s.y;
        s.y = i;
    }
}
