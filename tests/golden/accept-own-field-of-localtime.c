/* A number out of a structure of the library's. */
#include <time.h>

static int result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        time_t t = i * 1000;
        result[i] = localtime(&t)->tm_hour;
    }
    return result[3];
}
