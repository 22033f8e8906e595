/* The loop stands in a header. */
static int a[12];

#include "accept-place-header.h"

void f(void)
{
    fill_from_header(10);
}
