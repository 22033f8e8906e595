/* status: 1 */
/* A volatile variable is somebody else's too. */
volatile int flag;
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        flag = i;
        a[i] = flag;
    }
}
