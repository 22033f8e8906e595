/* status: 1 */
/* Two answers to one question. */
int square[10];

void fill(void)
{
#pragma ppar for workers(2) workers(4)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
