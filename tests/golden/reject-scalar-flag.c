/* status: 1 */
/* The first iteration that finds something tells the others. */
int a[100], b[100];

void f(void)
{
    int found = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        if (!found)
            a[i] = 1;
        if (b[i] == 7)
            found = 1;
    }
}
