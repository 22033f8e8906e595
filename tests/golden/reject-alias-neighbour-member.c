/* status: 1 */
/* p[1] is the member after the one that p points to. */
struct {
    int x, y;
} s;
int a[100];

void f(void)
{
    int *p = &s.x;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = s.y;
        p[1] = i;
    }
}
