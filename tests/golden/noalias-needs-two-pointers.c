/* status: 1 */
/* One pointer alone overlaps with nothing. */
int square[10];

void fill(void)
{
#pragma ppar for noalias(square)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
