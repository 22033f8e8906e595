/* status: 1 */
/* No comma behind the last clause. */
int square[10];

void fill(void)
{
#pragma ppar for workers(4),
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
