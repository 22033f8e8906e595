/* status: 1 */
/* The call moves, in a loop inside, the subscript of what the body updates. */
void step(int *k);
double a[1000], s[100];
void f(void)
{
#pragma ppar for in(s[i])
    for (int i = 0; i < 100; i++) {
        int k = 0;
        for (int j = 0; j < 10; j++) {
            a[10 * i + k] = a[10 * i + k] + 1;
            step(&k);
        }
    }
}
