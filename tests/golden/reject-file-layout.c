/* status: 1 */
/* The other file's 'struct cell' is larger: it writes the next cell of this one's. */
struct cell {
    int a, b;
};
void spread(void *);
struct cell cells[101];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        spread(&cells[i]);
}
