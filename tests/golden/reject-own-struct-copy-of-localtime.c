/* Struct tm holds a pointer. */
#include <time.h>

static struct tm result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        time_t t = i * 1000;
        result[i] = *localtime(&t);
    }
    return result[3].tm_hour;
}
