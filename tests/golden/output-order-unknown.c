/* status: 1 */
/* Output is ordered or live. */
int square[10];

void fill(void)
{
#pragma ppar for output(sorted)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
