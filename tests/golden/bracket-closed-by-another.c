/* status: 1 */
/* Each bracket is closed by its own kind. */
int square[10];

void fill(void)
{
#pragma ppar for workers(count[0)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
