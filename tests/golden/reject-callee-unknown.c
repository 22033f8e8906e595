/* status: 1 */
/* Nothing is known of a function that is only declared. */
int outside(int);

int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = outside(i);
}
