/* The loop around may count down, to where the inner one writes. */
int a[100];

void f(int d)
{
    for (int k = 10; k < 30; k += d) {
        if (k < 0)
            break;
#pragma ppar for
        for (int i = 0; i < 10; i++)
            a[i] = a[k] + a[i] + i;
    }
}
