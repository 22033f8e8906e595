/* status: 1 */
/* All of the array is updated by each call. */
void count(int *h, int x);
int histogram[16], x[100];

void f(void)
{
#pragma ppar for inout(histogram)
    for (int i = 0; i < 100; i++)
        count(histogram, x[i]);
}
