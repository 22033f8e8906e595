/* status: 1 */
/* A clause with an argument needs its parentheses. */
int square[10];

void fill(void)
{
#pragma ppar for workers schedule(static)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
