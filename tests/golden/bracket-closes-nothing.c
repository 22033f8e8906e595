/* status: 1 */
/* A ')' too many. */
int square[10];

void fill(void)
{
#pragma ppar for workers(4))
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
