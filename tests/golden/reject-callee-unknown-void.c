/* status: 1 */
/* Nothing is known of a function that is only declared, whether its result is used or not. */
void outside(void);

int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        outside();
        a[i] = i;
    }
}
