/* status: 1 */
/* Policies are words, retries are counted, time is a number. */
int square[10], *p;

void fill(void)
{
#pragma ppar for on_failure(skp)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
#pragma ppar for retries(1.5)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
#pragma ppar for timeout(p)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
#pragma ppar for timeout(square[0]++)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
#pragma ppar for timeout(x10)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
#pragma ppar for retries(1) retries(2)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
#pragma ppar for on_failure
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
