/* status: 1 */
/* The body moves the counter through a pointer. */
int a[100];

void f(void)
{
    int i;
    int *p = &i;

#pragma ppar for
    for (i = 0; i < 100; i++) {
        a[i] = i;
        *p += 1;
    }
}
