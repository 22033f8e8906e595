/* status: 1 */
/* Twelve places read, of which ten are shown; one reads what six write, of which four are shown. */
static double a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 12; i < 80; i++)
        a[i] = a[i - 1] + a[i - 2] + a[i - 3] + a[i - 4] + a[i - 5] + a[i - 6] + a[i - 7] +
               a[i - 8] + a[i - 9] + a[i - 10] + a[i - 11] + a[i - 12];
#pragma ppar for
    for (int i = 12; i < 80; i++) {
        b[i + 1] = b[i];
        b[i + 2] = 2;
        b[i + 3] = 3;
        b[i + 4] = 4;
        b[i + 5] = 5;
        b[i + 6] = 6;
    }
}
