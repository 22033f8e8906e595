/* status: 1 */
/* Only the other file takes the array's address. */
void put(int, int);
int value[101];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        put(i + 1, value[i]);
}
