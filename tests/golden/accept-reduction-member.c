/* status: 0 */
/* Members of a struct and constant elements as accumulators. */
struct {
    int n;
    long sum;
} s;
int acc[3], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        s.n++;
        s.sum += b[i];
        acc[1] += b[i];
    }
}
