/* status: 1 */
/* What 'after' changes is another element than the iteration's own: iterations that are still to
 * come, in the order of the loop, have to do with it, or they have not. */
enum { N = 100 };
static double to[N + 2], from[N + 2];
static int place[N];

static void refused(int shift)
{
#pragma ppar for after(from[i + 1] += to[i])
    for (int i = 0; i < N; i++)
        to[i] = from[i];
#pragma ppar for after(to[i + 1] = 7)
    for (int i = 0; i < N; i++)
        to[i] = i;
#pragma ppar for after(from[place[i]] = 1)
    for (int i = 0; i < N; i++)
        to[i] = from[i];
#pragma ppar for after(from[i + shift] = 1)
    for (int i = 0; i < N; i++)
        to[i] = from[i];
#pragma ppar for after(unordered : from[i - 1] = to[i])
    for (int i = 1; i < N; i++)
        to[i] = from[i];
#pragma ppar for after(from[i]++)
    for (int i = 0; i < N; i++) {
        if (from[i] > 7)
            break;
        to[i] = i;
    }
}

static void accepted(void)
{
#pragma ppar for after(from[i] = to[i])
    for (int i = 0; i < N; i++)
        to[i] = 2 * from[i];
#pragma ppar for after(from[i - 1] = to[i])
    for (int i = 1; i < N; i++)
        to[i] = 2 * from[i];
}

int main(void)
{
    refused(place[0]);
    accepted();
    return (int)to[0];
}
