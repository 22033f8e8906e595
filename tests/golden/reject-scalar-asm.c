/* status: 1 */
/* What an asm statement does is not known. */
int a[100];

void f(void)
{
    int x = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        __asm__("" : "+r"(x));
        a[i] = x;
    }
}
