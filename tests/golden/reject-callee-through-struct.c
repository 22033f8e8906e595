/* status: 1 */
/* The accumulator is reached through a pointer in the argument. */
struct job {
    int *total;
    int amount;
};
int total, a[100];

static int work(struct job job)
{
    *job.total = *job.total * 2 + job.amount;
    return *job.total;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        struct job job = {&total, i};

        a[i] = work(job);
    }
}
