/* status: 1 */
/* The subscript of the element before hides in a temporary. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 1; i < 100; i++) {
        int before = i - 1;

        a[i] = a[before] + 1;
    }
}
