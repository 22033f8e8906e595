/* status: 1 */
/* A static in the body keeps its value. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        static int x;

        a[i] = x++;
    }
}
