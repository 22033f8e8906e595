/* status: 0 */
/* The written half and the read half do not meet. */
int a[200];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i + 100] = a[i];
}
