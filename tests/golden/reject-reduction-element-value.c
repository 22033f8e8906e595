/* status: 1 */
/* The value of an update of an element is used. */
int count[4], a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = count[b[i] & 3]++;
}
