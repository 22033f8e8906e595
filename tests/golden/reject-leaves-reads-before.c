/* status: 1 */
/* What the iteration before has written says whether this one ends the loop. */
static double a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 1; i < 100; i++) {
        if (a[i - 1] > 3)
            break;
        a[i] = b[i];
    }
}
