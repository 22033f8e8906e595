/* status: 1 */
/* The operand of __alignof__ is not evaluated. */
static int x;
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        int k = (int)__alignof__(x = i);
        a[i] = x + k;
        x = i;
    }
}
