/* status: 1 */
/* What is said of pointers holds for results that are pointers themselves, not for members. */
#include <string.h>

#pragma ppar pack(char * : string)
static struct {
    int n;
    char *names[4];
} results[50];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++)
        results[i].names[1] = strdup("new");
    return results[3].names[1][0];
}
