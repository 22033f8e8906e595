/* status: 1 */
/* The results lie in a static variable of the body, whose name means another one behind it. */
int seen[10];

int f(int first)
{
    int t[10] = {0}, sum = 0;
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        static int t[10];
        seen[i] = t[i];
        t[i] = first + i;
    }
    for (int i = 0; i < 10; i++)
        sum += seen[i] + t[i];
    return sum;
}
