/* status: 1 */
/* Only for, effects and pack begin a pragma. */
int square[10];

void fill(void)
{
#pragma ppar parallel for
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
