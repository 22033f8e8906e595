/* status: 0 */
/* Arrays in a global struct. */
struct {
    int a[100], b[100];
} s;

void f(void)
{
#pragma ppar for
    for (int i = 1; i < 100; i++)
        s.a[i] = s.b[i - 1];
}
