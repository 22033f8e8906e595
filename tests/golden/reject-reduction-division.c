/* status: 1 */
/* s /= e is no product in integers. */
int b[100];

int f(void)
{
    int s = 1000000;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        s /= b[i];
    return s;
}
