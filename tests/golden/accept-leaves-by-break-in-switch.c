/* The break after the switch is the loop's. */
int a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        switch (b[i]) {
        case 0:
            break;
        default:
            a[i] = 1;
        }
        if (b[i] == 9)
            break;
    }
}
