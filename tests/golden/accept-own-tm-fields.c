/* Numbers out of struct tm of the iteration's own. */
#include <time.h>

static int out[10];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        time_t t = i * 100000;
        struct tm tm;
        gmtime_r(&t, &tm);
        out[i] = tm.tm_mday;
        struct tm *now = gmtime(&t);
        out[i] += now->tm_hour;
    }
    return out[3];
}
