/* status: 1 */
/* The operand of an || writes an array, as long as nothing is found. */
int a[20], b[20];

int f(void)
{
    int any = 0;

#pragma ppar for
    for (int i = 0; i < 20; i++)
        any = any || (a[i] = b[i]) > 5;
    return any;
}
