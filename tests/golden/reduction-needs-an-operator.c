/* status: 1 */
/* A reduction without its operator. */
int square[10];

void fill(void)
{
#pragma ppar for reduction(sum)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
