/* status: 1 */
/* The result from before the loop lies in a buffer that every call overwrites. */
#include <time.h>

static int a[100];

void f(void)
{
    time_t start = 0;
    struct tm *kept = gmtime(&start);
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        time_t now = i * 40000000L;
        a[i] = kept->tm_year;
        gmtime(&now);
    }
}

int get(int i)
{
    return a[i];
}
