/* status: 1 */
/* A clause of OpenMP says what ppcc has in its place. */
int square[10];

void fill(void)
{
#pragma ppar for num_threads(4)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
