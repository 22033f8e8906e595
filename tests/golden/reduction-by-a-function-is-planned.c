/* status: 1 */
/* A function as the operator. */
int square[10];

void fill(void)
{
#pragma ppar for reduction(merge : sum)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
