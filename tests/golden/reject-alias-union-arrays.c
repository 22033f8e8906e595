/* status: 1 */
/* Two members of a union are the same memory. */
union {
    int x[100];
    float y[100];
} u;

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 99; i++)
        u.y[i + 1] = (float)u.x[i];
}
