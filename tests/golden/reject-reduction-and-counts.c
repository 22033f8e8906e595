/* status: 1 */
/* The operand of && counts how often it is evaluated. */
int b[20];

int f(void)
{
    int all = 1, count = 0;

#pragma ppar for
    for (int i = 0; i < 20; i++)
        all = all && b[i] < ++count;
    return all + count;
}
