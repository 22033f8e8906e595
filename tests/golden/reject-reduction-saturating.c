/* status: 1 */
/* A sum with a ceiling is no sum. */
int b[100];

int f(void)
{
    int s = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        s += b[i];
        s = s > 1000 ? 1000 : s;
    }
    return s;
}
