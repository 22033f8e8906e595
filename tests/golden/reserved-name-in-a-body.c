/* status: 1 */
/* Generated code around the loop would hide these. */
int a[100];

void f(int ppar, int ppar_first)
{
    int parts = 1;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = ppar + ppar_first + parts;
}
