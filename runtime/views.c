/*
 * What a loop reads and writes. The generated code tells it in views:
 *
 *     PPAR_VALUE    a copy of a variable; each chunk begins by taking the variable from there
 *     PPAR_FIXED    a copy of a variable that cannot be assigned: const, restrict
 *     PPAR_READ     memory that no iteration writes
 *     PPAR_WRITE    memory that iterations overwrite, each in a place of its own
 *     PPAR_UPDATE   the same, and they read it before
 *     PPAR_SCRATCH  memory that each iteration fills before it reads it, and nobody needs then
 *
 * A worker that was forked before has old values in all of that. Small memory goes through an image
 * in shared memory: the parent fills it before the loop, each worker copies from there what
 * differs, and puts there what it has written; behind the loop the parent takes over what is not as
 * it was. Large arrays become regions (region.c), which are the same memory for all.
 *
 *     view        #########################################
 *     pages          |         |         |         |
 *     parts       ###                               #######
 *     region         #############################
 *
 * Views are bounds: not every byte in them need be accessed, nor be there. So the parent reads by a
 * system call, which fails where a load would kill the process, and so does a worker write; and
 * the parent changes only what has changed, for what lies between the results of one loop may be a
 * handler's. A view that is loose, because accesses depend on conditions, is never shared: it may
 * reach into memory of others.
 *
 * Memory that is written must not be in another view, or its results would be read in the order in
 * which they come. And what a worker takes from the image, it must have for itself: in memory that
 * others share, a file's perhaps, it would undo what they do.
 */
#include "views.h"
#include "maps.h"
#include "process.h"

#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#define SHARED_LEAST ((size_t)1 << 14) /* bytes */
#define LINE         64                /* bytes that are compared at once */

static struct span span_of(const struct ppar_view *view)
{
    uintptr_t base = (uintptr_t)view->base;
    return (struct span){base + (uintptr_t)view->low, base + (uintptr_t)view->high};
}

static int is_memory(const struct ppar_view *view)
{
    return view->kind != PPAR_VALUE && view->kind != PPAR_FIXED;
}

static int is_carried(const struct ppar_view *view)
{
    return is_memory(view) && view->kind != PPAR_SCRATCH;
}

static int is_written(int kind)
{
    return kind == PPAR_WRITE || kind == PPAR_UPDATE;
}

static int overlap(struct span a, struct span b)
{
    return a.start < b.end && b.start < a.end;
}

/* A view whose ends are not known has its high end before its low one. */
int views_are_known(const struct ppar_loop *loop)
{
    uint64_t fixed = 0;
    if (loop->view_count > VIEWS)
        return 0;
    for (int k = 0; k < loop->view_count; k++) {
        const struct ppar_view *view = &loop->views[k];
        if (view->low > view->high || view->output >= TURN_OUTPUTS)
            return 0;
        if (view->kind == PPAR_FIXED)
            fixed += (uint64_t)(view->high - view->low);
        for (int n = 0; n < loop->view_count && is_written(view->kind); n++) {
            const struct ppar_view *other = &loop->views[n];
            if (n != k && is_memory(other) && overlap(span_of(view), span_of(other)))
                return 0;
        }
    }
    return fixed <= FIXED_BYTES;
}

int views_are_updated(const struct ppar_loop *loop)
{
    for (int k = 0; k < loop->view_count; k++) {
        if (loop->views[k].kind == PPAR_UPDATE)
            return 1;
    }
    return 0;
}

size_t views_fixed(const struct ppar_loop *loop, char *values)
{
    size_t used = 0;
    for (int k = 0; k < loop->view_count; k++) {
        const struct ppar_view *view = &loop->views[k];
        size_t size = (size_t)(view->high - view->low);
        if (view->kind != PPAR_FIXED)
            continue;
        memcpy(values + used, (const char *)view->base + view->low, size);
        used += size;
    }
    return used;
}

/* ---- sharing ------------------------------------------------------------------------------ */

static struct span whole_pages(struct span span)
{
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t start = (span.start + page - 1) / page * page, end = span.end / page * page;
    return (struct span){start, end > start ? end : start};
}

/* What of the view, if it is a large one, lies before the first region in it. */
static struct span find_unshared(const struct ppar_view *view, uintptr_t from)
{
    struct span span = span_of(view);
    const struct region *region = region_find(from, span.end);
    if (region != NULL)
        span.end = region->start > from ? region->start : from;
    span.start = from;
    return whole_pages(span);
}

/* Where to go on behind what find_unshared has found. */
static uintptr_t behind(const struct ppar_view *view, uintptr_t from)
{
    uintptr_t end = span_of(view).end;
    const struct region *region = region_find(from, end);
    return region != NULL && region->end < end ? region->end : end;
}

static int is_sharable(const struct ppar_view *view)
{
    struct span span = span_of(view);
    return is_carried(view) && !view->is_loose && span.end - span.start >= SHARED_LEAST;
}

double views_to_share(const struct ppar_loop *loop)
{
    double bytes = 0;
    for (int k = 0; k < loop->view_count; k++) {
        const struct ppar_view *view = &loop->views[k];
        struct span span = span_of(view);
        for (uintptr_t at = span.start; is_sharable(view) && at < span.end; at = behind(view, at)) {
            struct span pages = find_unshared(view, at);
            bytes += (double)(pages.end - pages.start);
        }
    }
    return bytes;
}

/* The mapping that the loop's own frame is in. */
static struct span find_stack(const char *maps, const struct ppar_loop *loop)
{
    struct mapping mapping;
    for (const char *line = maps; line != NULL; line = maps_next(line)) {
        if (maps_parse(line, &mapping) && mapping.start <= (uintptr_t)loop &&
            (uintptr_t)loop < mapping.end)
            return (struct span){mapping.start, mapping.end};
    }
    return (struct span){0, UINTPTR_MAX};
}

/* What this library writes in a worker, or the worker's stack, must not be shared. */
static int share(const char *maps, const struct ppar_loop *loop, struct span pages)
{
    struct span own = {(uintptr_t)&process, (uintptr_t)(&process + 1)};
    return pages.start == pages.end ||
           (!overlap(pages, own) && !overlap(pages, find_stack(maps, loop)) &&
            maps_are_plain(maps, pages.start, pages.end) &&
            region_share(pages.start, pages.end) == 0);
}

/* Mappings change when a region is made, but not what is plain elsewhere. What cannot be shared may
 * still be small enough for the image. */
int views_share(const struct ppar_loop *loop)
{
    char *maps = maps_read();
    if (maps == NULL)
        return 0;
    for (int k = 0; k < loop->view_count; k++) {
        const struct ppar_view *view = &loop->views[k];
        struct span span = span_of(view);
        for (uintptr_t at = span.start; is_sharable(view) && at < span.end; at = behind(view, at))
            (void)share(maps, loop, find_unshared(view, at));
    }
    maps_free(maps);
    return 1;
}

unsigned views_find_spans(struct span *spans)
{
    struct mapping mapping;
    unsigned count = 0;
    char *maps = maps_read();
    for (const char *line = maps; line != NULL && count < SPANS; line = maps_next(line)) {
        if (!maps_parse(line, &mapping) || strncmp(mapping.access, "rw", 2) != 0 ||
            mapping.access[3] != 'p')
            continue;
        if (count > 0 && spans[count - 1].end == mapping.start)
            spans[count - 1].end = mapping.end;
        else
            spans[count++] = (struct span){mapping.start, mapping.end};
    }
    maps_free(maps);
    return count;
}

/* ---- parts -------------------------------------------------------------------------------- */

static int add_part(struct turn *turn, struct span span, int kind)
{
    size_t length = span.end - span.start;
    if (length == 0)
        return 1;
    if (turn->part_count == PARTS || length > IMAGE_BYTES - turn->image_used)
        return 0;
    turn->parts[turn->part_count++] = (struct part){
        .start = (char *)span.start, .length = length, .image = turn->image_used, .kind = kind};
    turn->image_used += length;
    return 1;
}

/* What the workers have. */
struct known {
    const struct span *spans;
    unsigned span_count, regions;
};

static int is_private(const struct known *known, struct span span)
{
    for (unsigned k = 0; k < known->span_count; k++) {
        if (known->spans[k].start <= span.start && span.end <= known->spans[k].end)
            return 1;
    }
    return span.start == span.end;
}

/* What lies outside of the regions is the workers' own; those have to be there for both sides. */
static int cut(const struct ppar_view *view, struct turn *turn, const struct known *known)
{
    struct span left = span_of(view);
    while (left.start < left.end) {
        const struct region *region = region_find(left.start, left.end);
        struct span part = left;
        if (region != NULL)
            part.end = region->start > left.start ? region->start : left.start;
        if (!is_private(known, part) || !add_part(turn, part, view->kind))
            return 0;
        if (region == NULL)
            return 1;
        if (region - process.regions >= known->regions || !region_is_intact(region))
            return 0;
        left.start = region->end;
    }
    return 1;
}

/* An iteration fills its scratch memory in the worker's own. */
static int can_be_given(const struct ppar_view *view, struct turn *turn, const struct known *known)
{
    struct span span = span_of(view);
    if (view->kind == PPAR_SCRATCH)
        return region_find(span.start, span.end) == NULL && is_private(known, span);
    return view->kind == PPAR_FIXED || cut(view, turn, known);
}

int views_cut(const struct ppar_loop *loop, struct turn *turn, const struct span *spans,
              unsigned span_count, unsigned regions_known)
{
    const struct known known = {spans, span_count, regions_known};
    turn->part_count = turn->image_used = 0;
    for (int k = 0; k < loop->view_count; k++) {
        const struct ppar_view *view = &loop->views[k];
        if (view->output >= 0)
            turn->bases[view->output] = view->base;
        if (!can_be_given(view, turn, &known))
            return 0;
    }
    return 1;
}

int views_can_fold(const struct reductions *reductions, const struct span *spans,
                   unsigned span_count)
{
    const struct known known = {spans, span_count, 0};
    for (size_t k = 0; k < reductions->count; k++) {
        uintptr_t acc = (uintptr_t)reductions->item[k].acc;
        struct span span = {acc, acc + reductions->item[k].size};
        if (!is_private(&known, span) || region_find(span.start, span.end) != NULL)
            return 0;
    }
    return 1;
}

/* ---- the image ---------------------------------------------------------------------------- */

/* Between the parts' memory and the image, as far as both are there. */
static int copy_parts(const struct turn *turn, int to_image)
{
    struct iovec memory[PARTS], image[PARTS];
    size_t count = 0, bytes = 0;
    for (size_t k = 0; k < turn->part_count; k++) {
        const struct part *part = &turn->parts[k];
        char *at = (char *)turn->image + part->image;
        if (part->kind == PPAR_VALUE) {
            memcpy(to_image ? at : part->start, to_image ? part->start : at, part->length);
            continue;
        }
        memory[count] = (struct iovec){.iov_base = part->start, .iov_len = part->length};
        image[count++] = (struct iovec){.iov_base = at, .iov_len = part->length};
        bytes += part->length;
    }
    return count == 0 || process_vm_readv(getpid(), to_image ? image : memory, count,
                                          to_image ? memory : image, count, 0) == (ssize_t)bytes;
}

int views_load(struct turn *turn)
{
    return copy_parts(turn, 1);
}

int views_take(const struct turn *turn)
{
    return copy_parts(turn, 0);
}

static size_t put_into(struct turn *turn, const struct part *part, struct span span)
{
    uintptr_t start = (uintptr_t)part->start, end = start + part->length;
    uintptr_t low = start > span.start ? start : span.start, high = end < span.end ? end : span.end;
    if (low >= high || !is_written(part->kind))
        return 0;
    memcpy(turn->image + part->image + (low - start), (const void *)low, high - low);
    return high - low;
}

static size_t in_regions(struct span span)
{
    size_t bytes = 0;
    while (span.start < span.end) {
        const struct region *region = region_find(span.start, span.end);
        if (region == NULL)
            break;
        uintptr_t low = region->start > span.start ? region->start : span.start;
        uintptr_t high = region->end < span.end ? region->end : span.end;
        bytes += high - low;
        span.start = high;
    }
    return bytes;
}

/* 0: some of it is nowhere. */
int views_put(struct turn *turn, int output, long long offset, long long length)
{
    uintptr_t start = (uintptr_t)turn->bases[output] + (uintptr_t)offset;
    struct span span = {start, start + (uintptr_t)length};
    size_t bytes = in_regions(span);
    for (size_t k = 0; k < turn->part_count && bytes < (size_t)length; k++)
        bytes += put_into(turn, &turn->parts[k], span);
    return bytes == (size_t)length;
}

static void apply_line(char *memory, const char *image, const char *before, size_t length)
{
    for (size_t k = 0; k < length; k++) {
        if (image[k] != before[k])
            memory[k] = image[k];
    }
}

static void apply(const struct part *part, const char *image, const char *before)
{
    for (size_t at = 0; at < part->length; at += LINE) {
        size_t length = part->length - at < LINE ? part->length - at : LINE;
        if (memcmp(image + at, before + at, length) != 0)
            apply_line(part->start + at, image + at, before + at, length);
    }
}

void views_apply(const struct turn *turn, const char *before)
{
    for (size_t k = 0; k < turn->part_count; k++) {
        const struct part *part = &turn->parts[k];
        if (is_written(part->kind))
            apply(part, turn->image + part->image, before + part->image);
    }
}
