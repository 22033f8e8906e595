/* status: 1 */
/* One iteration writes the struct, the next reads one member. */
struct pair {
    int x, y;
} s[100];
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 99; i++) {
        struct pair t = {i, i};

        a[i] = s[i].y;
        s[i + 1] = t;
    }
}
