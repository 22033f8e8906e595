/* status: 1 */
/* A random number generator with its state outside. */
int a[100];

void f(unsigned seed)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        seed = seed * 1664525u + 1013904223u;
        a[i] = (int)(seed >> 16);
    }
}
