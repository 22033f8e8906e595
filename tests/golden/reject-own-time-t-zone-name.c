/* The name of the time zone out of struct tm. */
#define _GNU_SOURCE
#include <time.h>

static const char *out[10];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        time_t t = i;
        struct tm tm;
        localtime_r(&t, &tm);
        out[i] = tm.tm_zone;
    }
    return out[3] == NULL;
}
