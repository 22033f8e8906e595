/* status: 1 */
/* private takes whole variables. */
int square[10];

void fill(void)
{
#pragma ppar for private(a[0 : 10])
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
