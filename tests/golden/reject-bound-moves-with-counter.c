/* status: 1 */
/* The bound's own expression has an effect. */
int a[100];

void f(int n)
{
#pragma ppar for
    for (int i = 0; i < n--; i++)
        a[i] = i;
}
