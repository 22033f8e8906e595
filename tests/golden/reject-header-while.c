/* status: 1 */
/* There is no for statement. */
int a[100];

void f(void)
{
    int i = 0;

#pragma ppar for
    while (i < 100) {
        a[i] = i;
        i++;
    }
}
