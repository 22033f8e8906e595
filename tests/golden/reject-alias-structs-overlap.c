/* status: 1 */
/* A whole struct is copied over two elements. */
struct pair {
    int x, y;
} s[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 99; i++)
        s[i + 1] = s[i];
}
