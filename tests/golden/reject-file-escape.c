/* status: 1 */
/* The other file writes the array through a pointer that it was given before. */
void keep(int *);
void put(int, int);
static int value[101];

void f(void)
{
    keep(value);
#pragma ppar for
    for (int i = 0; i < 100; i++)
        put(i + 1, value[i]);
}
