/* status: 1 */
/* The array is defined, and written, in the other file. */
extern int table[];
void set(int, int);

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 99; i++)
        set(i + 1, table[i] + 1);
}
