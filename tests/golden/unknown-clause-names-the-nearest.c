/* status: 1 */
/* A misspelt clause names the one that was meant. */
int square[10];

void fill(void)
{
#pragma ppar for reducton(+ : sum)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
