/* status: 1 */
/* The stream is a member of a struct. */
#include <stdio.h>

struct log {
    FILE *file;
};
int a[100];

void f(struct log *log)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        fwrite(&a[i], sizeof a[i], 1, log->file);
}
