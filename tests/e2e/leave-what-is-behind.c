/* Iterations behind the end crash, hang, or end the program: they do not take place. */
#include <stdio.h>
#include <stdlib.h>
#include <limits.h>
#include <unistd.h>
#include <signal.h>

static int zero;

static void crashes(int stop)
{
    int i, a[100] = {0};
#pragma ppar for
    for (i = 0; i < 100; i++) {
        if (i == stop) {
            usleep(30000);
            break;
        }
        if (i > stop)
            a[i] = 100 / zero;
        else
            a[i] = i;
    }
    printf("crash %d %d\n", i, a[stop - 1]);
}

static void hangs(int stop)
{
    int i;
#pragma ppar for
    for (i = 0; i < 100; i++) {
        if (i == stop) {
            usleep(20000);
            break;
        }
        while (i > stop && !zero)
            usleep(1000);
    }
    printf("hang %d\n", i);
}

static void exits_behind(int stop)
{
    int i;
#pragma ppar for
    for (i = 0; i < 100; i++) {
        printf("%d\n", i);
        if (i == stop) {
            usleep(20000);
            break;
        }
        if (i == stop + 1)
            exit(77);
    }
    printf("exit %d\n", i);
}

static int sentinel(const char *text)
{
    int length = -1;
#pragma ppar for
    for (int i = 0; i < INT_MAX; i++)
        if (!text[i]) {
            length = i;
            break;
        }
    return length;
}

static void exits_before(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        printf("%d\n", i);
        if (i == 20) {
            usleep(20000);
            exit(5);
        }
        if (i == 40)
            break;
    }
}

int main(int argc, char **argv)
{
    (void)argv;
    zero = argc - 1;
    setvbuf(stdout, NULL, _IOFBF, 1 << 16);
    crashes(3);
    crashes(50);
    hangs(0);
    hangs(41);
    exits_behind(0);
    exits_behind(63);
    printf("%d %d\n", sentinel(""), sentinel("a longer text"));
    exits_before();
    printf("not here\n");
    return 0;
}
