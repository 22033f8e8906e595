/* status: 1 */
/* The function comes as a parameter. */
int a[100];

void f(int (*function)(int))
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = function(i);
}
