/* status: 1 */
/* Clauses that parse and are not built yet are errors, never ignored. */
int square[10];

void fill(void)
{
#pragma ppar for after(done(i))
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
#pragma ppar for in(a[i : 1])
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
#pragma ppar for out(a[i : 1])
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
#pragma ppar for inout(a[i : 1])
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
