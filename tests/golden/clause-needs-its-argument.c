/* status: 1 */
/* Empty parentheses are no argument. */
int square[10];

void fill(void)
{
#pragma ppar for workers()
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
