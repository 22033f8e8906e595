/* status: 0 */
/* Members of an array of structs. */
struct point {
    double x, y, r;
} p[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        p[i].r = p[i].x * p[i].x + p[i].y * p[i].y;
}
