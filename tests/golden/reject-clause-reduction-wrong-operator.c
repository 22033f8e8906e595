/* status: 1 */
/* The clause names another operator than the body. */
int b[100];

int f(void)
{
    int s = 1;

#pragma ppar for reduction(+ : s)
    for (int i = 0; i < 100; i++)
        s *= b[i];
    return s;
}
