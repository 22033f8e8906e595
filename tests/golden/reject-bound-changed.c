/* status: 1 */
/* The body changes the bound. */
int a[100];

void f(int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        a[i] = i;
        if (i == 50)
            n = 60;
    }
}
