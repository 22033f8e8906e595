/* status: 1 */
/* The caret stands on the line of the clause. */
int square[10];

void fill(void)
{
#pragma ppar for workers(4) \
	shedule(static)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
