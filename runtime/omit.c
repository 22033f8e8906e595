/*
 * Memory that workers that stay do without.
 *
 * What the program changes of its memory after they were forked is there twice, and a fork copies
 * the tables of all of it. But all that the loop's body reads is known. So arrays that it has
 * nothing to do with need not be there in its workers: for the moment of the fork the kernel is
 * told to leave them out (MADV_DONTFORK), and they are none of the memory that a worker can be
 * given values for.
 *
 *     mapping     ################################################
 *     views               ####            #
 *     left out    #######      ##########   ######################
 *
 * Only large pieces are, of memory without a name that lies behind no file: what mmap gives, or
 * malloc for large blocks. Whatever a worker needs besides the views (its stack, errno, what the
 * loop has registered) is kept, and so are variables with static storage. Memory that the program
 * keeps from its children itself stays as it is; /proc/self/smaps tells.
 */
#include "omit.h"
#include "maps.h"
#include "run.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define LEAST ((uintptr_t)1 << 20) /* bytes of a piece */
#define KEPT  (VIEWS + 16)

/* By where they begin. */
struct kept {
    struct span spans[KEPT];
    unsigned count;
    int is_full;
};

static void keep(struct kept *kept, const volatile void *start, size_t size)
{
    struct span span = {(uintptr_t)start, (uintptr_t)start + size};
    unsigned k = kept->count;
    if (k == KEPT) {
        kept->is_full = 1;
        return;
    }
    for (; k > 0 && kept->spans[k - 1].start > span.start; k--)
        kept->spans[k] = kept->spans[k - 1];
    kept->spans[k] = span;
    kept->count++;
}

static void keep_views(struct kept *kept, const struct ppar_loop *loop)
{
    keep(kept, loop->views, (size_t)loop->view_count * sizeof *loop->views);
    for (int k = 0; k < loop->view_count; k++) {
        const struct ppar_view *view = &loop->views[k];
        keep(kept, (const char *)view->base + view->low, (size_t)(view->high - view->low));
    }
}

static void keep_registered(struct kept *kept, const struct ppar_run *run)
{
    size_t room = run->output_room > 0 ? run->output_room : run->output_count;
    keep(kept, run->outputs, room * sizeof *run->outputs);
    keep(kept, run->reductions.item, run->reductions.count * sizeof *run->reductions.item);
    for (size_t k = 0; k < run->reductions.count; k++)
        keep(kept, run->reductions.item[k].acc, run->reductions.item[k].size);
}

/* ---- pieces ------------------------------------------------------------------------------- */

/* As far as it is whole pages, and large. */
static uintptr_t add_piece(struct omitted *omitted, uintptr_t start, uintptr_t end)
{
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    start = (start + page - 1) / page * page;
    end = end / page * page;
    if (end < start + LEAST || omitted->count == OMITTED)
        return 0;
    omitted->spans[omitted->count++] = (struct span){start, end};
    return end - start;
}

/* What is between the kept ones. RESIDENT: bytes of the mapping that are in use. */
static void add_pieces(struct omitted *omitted, const struct kept *kept,
                       const struct mapping *mapping, uint64_t resident)
{
    uintptr_t at = mapping->start, bytes = 0, size = mapping->end - mapping->start;
    for (unsigned k = 0; k < kept->count && at < mapping->end; k++) {
        struct span span = kept->spans[k];
        if (span.end <= at || span.start >= mapping->end)
            continue;
        if (span.start > at)
            bytes += add_piece(omitted, at, span.start);
        at = span.end;
    }
    if (at < mapping->end)
        bytes += add_piece(omitted, at, mapping->end);
    if (resident > size - bytes)
        omitted->bytes += resident - (size - bytes);
}

/* Variables with static storage lie behind a file, and perhaps in several mappings, when some of
 * them are shared. */
static int is_static(const struct mapping *mapping, uintptr_t end_of_static)
{
    int is_file = mapping->name[0] != '\0' && mapping->access[3] == 'p' && !maps_is_ours(mapping);
    return is_file || mapping->start == end_of_static;
}

/* A stack may lie anywhere. */
static int is_candidate(const struct mapping *mapping)
{
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    int is_stack = mapping->start <= here && here < mapping->end;
    return mapping->name[0] == '\0' && mapping->inode == 0 && !is_stack &&
           strcmp(mapping->access, "rw-p") == 0;
}

/* "VmFlags: rd wr mr mw me ac ". What is special in any way stays as it is: the shadows of
 * sanitizers, for one. */
static int is_ordinary(const char *flags)
{
    static const char *const special[] = {" dc", " wf", " io", " pf", " mm",
                                          " gd", " ht", " nr", " dd"};
    char text[128];
    snprintf(text, sizeof text, "%.*s", (int)strcspn(flags, "\n"), flags);
    for (size_t k = 0; k < sizeof special / sizeof *special; k++) {
        if (strstr(text, special[k]) != NULL)
            return 0;
    }
    return 1;
}

/* Of each mapping smaps has its line of maps, and then some of what it is: "Rss:   16 kB". */
static void find_pieces(struct omitted *omitted, const struct kept *kept, const char *text)
{
    struct mapping next, mapping = {0};
    uintptr_t end_of_static = 0;
    unsigned long long resident = 0;
    for (const char *line = text; line != NULL; line = maps_next(line)) {
        if (maps_parse(line, &next)) {
            mapping = next;
            if (is_static(&mapping, end_of_static))
                end_of_static = mapping.end;
        } else if (sscanf(line, "Rss: %llu", &resident) != 1 && strncmp(line, "VmFlags:", 8) == 0 &&
                   mapping.end != end_of_static && is_candidate(&mapping) && is_ordinary(line)) {
            add_pieces(omitted, kept, &mapping, resident * 1024);
        }
    }
}

void omit_find(struct omitted *omitted, const struct ppar_run *run, struct span own)
{
    struct kept kept = {.count = 0};
    *omitted = (struct omitted){.count = 0};
    keep(&kept, (const void *)own.start, own.end - own.start);
    keep(&kept, &errno, sizeof errno);
    keep_registered(&kept, run);
    keep_views(&kept, run->loop);
    char *text = kept.is_full ? NULL : maps_read_details();
    if (text != NULL)
        find_pieces(omitted, &kept, text);
    maps_free(text);
}

/* ---- leaving out -------------------------------------------------------------------------- */

static void advise(const struct omitted *omitted, int advice)
{
    for (unsigned k = 0; k < omitted->count; k++) {
        struct span span = omitted->spans[k];
        (void)madvise((void *)span.start, span.end - span.start, advice);
    }
}

void omit_leave_out(const struct omitted *omitted)
{
    advise(omitted, MADV_DONTFORK);
}

void omit_give_back(const struct omitted *omitted)
{
    advise(omitted, MADV_DOFORK);
}

/* What of SPAN lies before, between and behind the pieces. */
static unsigned add_rest(const struct omitted *omitted, struct span span, struct span *rest,
                         unsigned count)
{
    for (unsigned k = 0; k < omitted->count && count < SPANS; k++) {
        struct span piece = omitted->spans[k];
        if (piece.end <= span.start || piece.start >= span.end)
            continue;
        if (piece.start > span.start)
            rest[count++] = (struct span){span.start, piece.start};
        span.start = piece.end;
    }
    if (span.start < span.end && count < SPANS)
        rest[count++] = span;
    return count;
}

unsigned omit_cut(const struct omitted *omitted, struct span *spans, unsigned count)
{
    struct span rest[SPANS];
    unsigned left = 0;
    for (unsigned k = 0; k < count; k++)
        left = add_rest(omitted, spans[k], rest, left);
    memcpy(spans, rest, left * sizeof *rest);
    return left;
}
