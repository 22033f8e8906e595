/* A descriptor in a record. */
#include <fcntl.h>
#include <stdio.h>

struct file {
    int descriptor;
} result[100];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        struct file f;
        f.descriptor = open("/dev/null", O_RDONLY);
        result[i] = f;
    }
    printf("%d\n", result[3].descriptor != 0);
    return 0;
}
