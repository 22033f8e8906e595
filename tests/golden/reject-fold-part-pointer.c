/* status: 1 */
/* The part holds a pointer. */
struct word {
    const char *text;
    int n;
};
static int fold(int a, struct word part)
{
    return 3 * a + part.text[0] + part.n;
}

int f(const char *restrict v, int n)
{
    int x = 0;

#pragma ppar for reduction(fold : x)
    for (int i = 0; i < n; i++) {
        char own[2] = {v[i], 0};
        struct word part = {own, i};
        x = fold(x, part);
    }
    return x;
}
