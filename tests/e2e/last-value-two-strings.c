/* Each iteration writes two strings, which lie in one array and in one struct. */
#include "show.h"

static char names[2][20];
static struct {
    char first[12], second[12];
    char flag;
} s;

int main(void)
{
#pragma ppar for schedule(static, 1)
    for (int i = 0; i < 40; i++) {
        sprintf(names[0], "a%d", i);
        sprintf(names[1], "b%d", i);
        sprintf(s.first, "c%d", i);
        sprintf(s.second, "d%d", i);
        s.flag = (char)i;
    }
    printf("%s %s %s %s %d\n", names[0], names[1], s.first, s.second, s.flag);
    return 0;
}
