/* status: 1 */
/* New records are counted: that needs the maximum so far. */
int x[100];

int f(void)
{
    int m = 0, records = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (x[i] > m) {
            m = x[i];
            records++;
        }
    return records;
}
