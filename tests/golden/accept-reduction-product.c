/* status: 0 */
/* A product. */
unsigned b[100];

unsigned f(int n)
{
    unsigned product = 1;

#pragma ppar for
    for (int i = 0; i < n; i++)
        product *= b[i];
    return product;
}
