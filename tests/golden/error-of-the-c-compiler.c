/* status: 1 */
/* A file that is no C is reported and never changed. */
int square[10];

void fill(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++)
        square[i] = cube;
}
