/* status: 1 */
/* A cast to short folds the range. */
int a[100000];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 70000; i++)
        a[(short)i + 32768] = 2 * a[(short)i + 32768] + i;
}
