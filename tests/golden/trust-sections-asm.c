/* Assembler, with operands that the clauses list. */
int a[100], b[100];

void f(void)
{
#pragma ppar for in(b[i]) out(a[i])
    for (int i = 0; i < 100; i++) {
        __asm__("" : "=r"(a[i]) : "0"(b[i]));
    }
}
