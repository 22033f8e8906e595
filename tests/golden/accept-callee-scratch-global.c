/* status: 0 */
/* A function with a global buffer that it fills itself. */
static int buffer[10];
int a[100];

static int work(int i)
{
    int sum = 0;

    for (int k = 0; k < 10; k++)
        buffer[k] = i ^ k;
    for (int k = 0; k < 10; k++)
        sum += buffer[k] * k;
    return sum;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = work(i);
}
