/* Tzset leaves pointers in tzname. */
#include <stdio.h>
#include <time.h>

static int result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        tzset();
        result[i] = i;
    }
    printf("%s\n", tzname[0]);
    return result[3];
}
