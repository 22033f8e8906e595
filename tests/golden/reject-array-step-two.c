/* status: 1 */
/* The step hides the distance. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 98; i += 2)
        a[i + 2] = a[i];
}
