/* status: 1 */
/* The scalar keeps its value when the condition fails. */
int a[100], b[100];

void f(void)
{
    int x = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        if (b[i] > 0)
            x = b[i];
        a[i] = x;
    }
}
