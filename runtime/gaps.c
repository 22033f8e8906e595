/*
 * Iterations of a loop that are done before its workers begin. The list is made before the first
 * fork and never changes, so each worker has it without sharing anything. Whatever a worker claims
 * is cut at the next border (claim.c): all of it is done, and passed over, or nothing.
 */
#include "gaps.h"

/* The first range that ends behind K; COUNT: there is none. */
static size_t find(const struct gaps *gaps, uint64_t k)
{
    size_t low = 0, high = gaps->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (gaps->done[middle].last <= k)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int gaps_are_done(const struct gaps *gaps, uint64_t k)
{
    size_t at = find(gaps, k);
    return at < gaps->count && gaps->done[at].first <= k;
}

uint64_t gaps_border(const struct gaps *gaps, uint64_t first, uint64_t end)
{
    size_t at = find(gaps, first);
    if (at == gaps->count)
        return end;
    const struct range *range = &gaps->done[at];
    uint64_t border = range->first <= first ? range->last : range->first;
    return border < end ? border : end;
}

uint64_t gaps_total(const struct gaps *gaps)
{
    uint64_t total = 0;
    for (size_t k = 0; k < gaps->count; k++)
        total += gaps->done[k].last - gaps->done[k].first;
    return total;
}
