/* status: 1 */
/* The compiler may evaluate the initializers in the order of the members. */
struct pair {
    int x, y;
};
static int last;
int a[100];

static int set(int i)
{
    return last = i;
}

static int get(void)
{
    return last;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        struct pair pair = {.y = set(i), .x = get()};
        a[i] = pair.x + pair.y;
    }
}
