/* Included by accept-place-header.c. */
#ifndef ACCEPT_PLACE_HEADER_H
#define ACCEPT_PLACE_HEADER_H

static void fill_from_header(int n)
{
#pragma ppar for
    for (int i = 1; i <= n; i++)
        a[i] = i * 11;
}

#endif
