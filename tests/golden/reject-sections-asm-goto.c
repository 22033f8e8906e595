/* status: 1 */
/* Assembler that goes elsewhere leaves the write out. */
int a[100];

void f(void)
{
#pragma ppar for out(a[i])
    for (int i = 0; i < 100; i++) {
        __asm__ goto("" : : : : out);
        a[i] = i;
    out:;
    }
}
