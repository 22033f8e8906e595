/* status: 1 */
/* What an iteration finds in the array would depend on which others have failed by then. */
int square[10], ended[10], *block;

void fill(void)
{
#pragma ppar for status(square)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
#pragma ppar for status(ended)
    for (int i = 0; i < 10; i++)
        square[i] = ended[i];
#pragma ppar for status(block)
    for (int i = 0; i < 10; i++)
        square[i] = block[i];
}
