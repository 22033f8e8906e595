/* status: 1 */
/* The recursion comes back to this file, where the count is. */
int odd(int);
int even(int);
int result[100];
static int count;

int even(int n)
{
    count++;
    return n == 0 ? 1 : odd(n - 1);
}

int calls(void)
{
    return count;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = odd(i) + calls();
}
