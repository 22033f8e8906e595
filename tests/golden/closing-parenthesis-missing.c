/* status: 1 */
/* The end of the line is no ')'. */
int square[10];

void fill(void)
{
#pragma ppar for workers(4 schedule(static)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
