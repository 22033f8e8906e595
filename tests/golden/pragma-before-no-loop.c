/* status: 1 */
/* A statement between the pragma and the loop. */
int square[10];

void fill(int n)
{
#pragma ppar for
    n = n + 1;
    for (int i = 0; i < 10; i++)
        square[i] = i * n;
}
