/* status: 1 */
/* The value of the update itself is used. */
int a[100], b[100];

int f(void)
{
    int s = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = s += b[i];
    return s;
}
