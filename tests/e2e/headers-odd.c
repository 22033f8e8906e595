/* verdict: proven proven proven proven proven proven */
/* Headers as they are found: CR LF, a byte order mark, no newline at the end, in a circle, in the middle of a
 * function, by a macro, behind odd directives. */
#include <stdio.h>
#define HDR "headers-odd.d/crlf.h"
#include HDR
#  include "headers-odd.d/bom.h"
#include \
 "headers-odd.d/circ1.h"
#include "./headers-odd.d/circ1.h"
# /* odd */ include /* place */ "headers-odd.d/never.h" // and more
#define N 100
int main(void)
{
    static int x[100];
#define FACTOR 2
#include "headers-odd.d/body.inc"
#undef FACTOR
#define FACTOR 3
    {
#include "headers-odd.d/body.inc"
    }
    crlf(x, N); bom(x, N); c1(x, N); c2(x, N);
    for (int i = 0; i < N; i += 7) printf("%d ", x[i]);
    printf("\n%d %d %s\n", __LINE__, never_line, "");
    return 0;
}
