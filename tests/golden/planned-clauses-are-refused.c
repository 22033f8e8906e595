/* status: 1 */
/* Clauses that parse and are not built yet are errors, never ignored. */
int square[10];

void fill(void)
{
#pragma ppar for checkpoint("log")
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
