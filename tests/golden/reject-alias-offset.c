/* status: 1 */
/* Two pointers into one array, one element apart. */
int a[100];

void f(void)
{
    int *p = a;
    int *q = a + 1;

#pragma ppar for
    for (int i = 0; i < 99; i++)
        q[i] = p[i];
}
