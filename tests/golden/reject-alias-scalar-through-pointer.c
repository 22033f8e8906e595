/* status: 1 */
/* The scalar is changed through a pointer to it. */
int a[100];

void f(void)
{
    int t = 0;
    int *p = &t;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = t;
        *p = i;
    }
}
