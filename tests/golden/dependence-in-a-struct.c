/* status: 1 */
/* The place is named as in the source: array, member, element. */
struct body {
    double mass, at[3];
} body[64];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 63; i++) {
        body[i + 1].at[2] = body[i].mass;
        body[i].mass = body[i].at[2];
    }
}
