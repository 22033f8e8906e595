/* status: 1 */
/* The clause says another operator than the body. */
int f(const int *v, int n)
{
    int product = 1;

#pragma ppar for reduction(+ : product)
    for (int i = 0; i < n; i++)
        product *= v[i];
    return product;
}
