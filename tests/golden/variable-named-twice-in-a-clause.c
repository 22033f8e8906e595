/* status: 1 */
/* The same variable twice. */
int square[10];

void fill(void)
{
#pragma ppar for private(x, y, x)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
