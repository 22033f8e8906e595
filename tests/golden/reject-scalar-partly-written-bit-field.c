/* status: 1 */
/* Bit-fields of one word, one of which is carried. */
struct {
    unsigned x : 4, y : 4;
} s;
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        s.x = (unsigned)i & 15u;
        a[i] = (int)(s.x + s.y);
        s.y = s.x;
    }
}
