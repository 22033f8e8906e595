/* Struct tm holds a pointer, which localtime_r sets. */
#include <time.h>

static struct tm result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        time_t t = i * 1000;
        localtime_r(&t, &result[i]);
    }
    return result[3].tm_hour;
}
