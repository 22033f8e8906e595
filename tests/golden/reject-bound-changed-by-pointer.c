/* status: 1 */
/* The bound is changed through a pointer to it. */
int a[100];

void f(int n)
{
    int *p = &n;

#pragma ppar for
    for (int i = 0; i < n; i++) {
        a[i] = i;
        --*p;
    }
}
