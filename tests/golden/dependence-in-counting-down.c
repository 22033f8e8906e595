/* status: 1 */
/* The earlier iteration is the one with the greater counter. */
int a[100];

void f(void)
{
    int i;

#pragma ppar for
    for (i = 97; i >= 0; i -= 3)
        a[i] = a[i + 3] + 1;
}
