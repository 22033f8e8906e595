/* status: 1 */
/* A misspelt clause names the one that was meant. */
int square[10], sum;

void fill(void)
{
#pragma ppar for reducton(+ : sum)
    for (int i = 0; i < 10; i++)
        sum += square[i] = i * i;
}
