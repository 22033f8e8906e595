/* status: 1 */
/* One run shows all the mistakes of a line. */
int square[10];

void fill(void)
{
#pragma ppar for wrokers(4) schedule(fast) name()
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
