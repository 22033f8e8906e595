/* status: 1 */
/* Scratch and result at once. */
int square[10];

void fill(void)
{
#pragma ppar for private(sum) reduction(+ : sum)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
