/* status: 1 */
/* No comma behind the last variable. */
int square[10], a;

void fill(void)
{
#pragma ppar for private(a, )
    for (int i = 0; i < 10; i++)
        square[i] = a = i * i;
}
