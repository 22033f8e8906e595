/* status: 1 */
/* Assembler moves the subscript of what the body updates. */
double a[1000], s[100];
void f(void)
{
#pragma ppar for in(s[i])
    for (int i = 0; i < 100; i++) {
        int k = 0;
        while (s[i] > k) {
            a[10 * i + k] = a[10 * i + k] + 1;
            __asm__("incl %0" : "+r"(k));
        }
    }
}
