/* status: 1 */
/* Variables are separated by commas. */
int square[10], a, b;

void fill(void)
{
#pragma ppar for private(a b)
    for (int i = 0; i < 10; i++)
        square[i] = a = b = i * i;
}
