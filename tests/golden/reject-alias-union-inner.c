/* status: 1 */
/* The union is inside a struct of the array. */
struct cell {
    union {
        int i;
        unsigned char b[4];
    } u;
} s[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 99; i++)
        s[i + 1].u.b[0] = (unsigned char)s[i].u.i;
}
