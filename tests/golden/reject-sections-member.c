/* status: 1 */
/* One member of one record is updated by all. */
struct state {
    double sum;
    double part[100];
};
void add(struct state *s, int i);
struct state s;

void f(void)
{
#pragma ppar for inout(s.sum) out(s.part[i])
    for (int i = 0; i < 100; i++)
        add(&s, i);
}
