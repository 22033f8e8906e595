/* status: 1 */
/* The subscript itself is carried from iteration to iteration. */
int a[100], b[100];

void f(void)
{
    int k = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        k = (k * 7 + 3) % 100;
        a[k] = b[i];
    }
}
