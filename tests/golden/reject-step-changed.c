/* status: 1 */
/* The body changes the step. */
int a[100];

void f(int s)
{
#pragma ppar for
    for (int i = 0; i < 100; i += s) {
        a[i] = i;
        s = 2;
    }
}
