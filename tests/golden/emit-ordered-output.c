/* Several iterations write one element: the last one's value stays. */
int a[101];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i + 1] = -i;
        a[i] = i;
    }
}
