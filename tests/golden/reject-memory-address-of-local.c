/* status: 1 */
/* The results are addresses of a variable of the body. */
const int *p[100];
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        int x = i;

        p[i] = &x;
        a[i] = *p[i];
    }
}
