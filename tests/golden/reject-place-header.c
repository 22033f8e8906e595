/* status: 1 */
/* The loop stands in a header: not built yet. */
static int a[12];

#include "reject-place-header.h"

void f(void)
{
    fill_from_header(10);
}
