/* status: 1 */
/* There are four kinds of schedule. */
int square[10];

void fill(void)
{
#pragma ppar for schedule(dinamic, 4)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
