/* status: 1 */
/* The loop's name is a string. */
int square[10];

void fill(void)
{
#pragma ppar for name(sweep)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
