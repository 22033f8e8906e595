/* status: 1 */
/* s = e - s is no sum. */
int b[100];

int f(void)
{
    int s = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        s = b[i] - s;
    return s;
}
