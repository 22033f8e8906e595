/* status: 1 */
/* The body starts a thread. */
#include <pthread.h>

pthread_t thread[100];

static void *run(void *argument)
{
    return argument;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        pthread_create(&thread[i], NULL, run, NULL);
}
