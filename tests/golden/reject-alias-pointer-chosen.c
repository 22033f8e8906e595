/* status: 1 */
/* The pointer is one array or the other. */
int a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 98; i++) {
        int *p = i % 2 ? b : a;

        p[i + 2] = a[i];
    }
}
