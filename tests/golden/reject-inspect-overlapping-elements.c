/* status: 1 */
/* Each element begins in the middle of another. */
static int idx[100];
static char bytes[1000];

void f(int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        *(int *)(bytes + 2 * idx[i]) += i;
}
