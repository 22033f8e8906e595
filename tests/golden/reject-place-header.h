/* Included by reject-place-header.c. */
#ifndef REJECT_PLACE_HEADER_H
#define REJECT_PLACE_HEADER_H

static void fill_from_header(int n)
{
#pragma ppar for
    for (int i = 1; i <= n; i++)
        a[i] = i * 11;
}

#endif
