/* return leaves the function. */
int a[100], b[100];

int f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        if (b[i] < 0)
            return i;
        a[i] = b[i];
    }
    return -1;
}
