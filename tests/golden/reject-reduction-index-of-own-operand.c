/* status: 1 */
/* The total is the subscript of what is added. */
unsigned b[100];

unsigned f(void)
{
    unsigned s = 1;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        s += b[s % 100u];
    return s;
}
