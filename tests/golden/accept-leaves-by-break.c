/* break leaves the loop. */
int a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        if (b[i] < 0)
            break;
        a[i] = b[i];
    }
}
