/*
 * The calls of the generated code that stand in the loop and behind it, in each chunk: what has
 * been written, the end of an iteration, what is to be folded, and the end of the chunk. They do
 * something in a worker. Where the loop runs in the parent, its results are in place already.
 *
 * errno is afterwards what it was.
 */
#include "api.h"
#include "append.h"
#include "crew.h"
#include "worker.h"

#include <errno.h>
#include <malloc.h>

static struct ppar_run *find_worker_run(const struct ppar_loop *loop)
{
    return loop->run != NULL && loop->run->worker != NULL ? loop->run : NULL;
}

/* What may not have been written may not even belong to the output: that part is not ours to send.
 */
static void clip(const struct output *output, long long *offset, long long *length)
{
    long long end;
    if (__builtin_add_overflow(*offset, *length, &end) || end > output->high)
        end = output->high;
    if (*offset < output->low)
        *offset = output->low;
    *length = end - *offset;
}

PPAR_API long long ppar_block_size(void *block)
{
    return block == NULL ? 0 : (long long)malloc_usable_size(block);
}

/* Without what the segment has in shared memory. */
static void put_outside(struct ppar_run *run, const struct wire_segment *segment)
{
    const struct place *place = &run->outputs[segment->output].place;
    int64_t end = segment->offset + (int64_t)segment->length;
    struct wire_segment before = *segment, behind = *segment;
    if (segment->offset < place->shared_low) {
        before.length =
            (uint64_t)((end < place->shared_low ? end : place->shared_low) - before.offset);
        worker_put(run, &before);
    }
    if (end > place->shared_high) {
        behind.offset = segment->offset > place->shared_high ? segment->offset : place->shared_high;
        behind.length = (uint64_t)(end - behind.offset);
        worker_put(run, &behind);
    }
}

static void put(struct ppar_loop *loop, int output, long long offset, long long length,
                uint32_t flags)
{
    struct ppar_run *run = find_worker_run(loop);
    if (run == NULL || length <= 0)
        return;
    if (run->crew != NULL) {
        crew_put(run, output, offset, length);
        return;
    }
    int saved = errno;
    if ((flags & WIRE_MAYBE) != 0 && output >= 0 && (size_t)output < run->output_count)
        clip(&run->outputs[output], &offset, &length);
    if (length <= 0)
        return;
    if (output < 0 || (size_t)output >= run->output_count ||
        !output_holds(&run->outputs[output], offset, (uint64_t)length))
        worker_fail(run, "it wrote outside of the loop's registered outputs", 0);
    struct wire_segment segment = {
        .output = (uint32_t)output,
        .flags = flags,
        .offset = offset,
        .length = (uint64_t)length,
    };
    const struct place *place = &run->outputs[output].place;
    if (place->shared_low == place->shared_high)
        worker_put(run, &segment);
    else
        put_outside(run, &segment);
    errno = saved;
}

PPAR_API void ppar_put(struct ppar_loop *loop, int output, long long offset, long long length)
{
    put(loop, output, offset, length, 0);
}

PPAR_API void ppar_put_maybe(struct ppar_loop *loop, int output, long long offset, long long length)
{
    put(loop, output, offset, length, WIRE_MAYBE);
}

PPAR_API void ppar_wrote(struct ppar_loop *loop, int output, const volatile void *place,
                         size_t size)
{
    struct ppar_run *run = find_worker_run(loop);
    if (run == NULL)
        return;
    long long offset = 0;
    if (output >= 0 && (size_t)output < run->output_count)
        offset = output_offset(&run->outputs[output], place);
    put(loop, output, offset, (long long)size, 0);
}

PPAR_API void ppar_put_appended(struct ppar_loop *loop, int output, long long offset,
                                long long length)
{
    struct ppar_run *run = find_worker_run(loop);
    if (run == NULL)
        return;
    struct appended appended = append_found(run, output);
    if (length == appended.stride) {
        put(loop, output, offset + appended.first, length * appended.count, 0);
        return;
    }
    for (long long k = 0; k < appended.count; k++)
        put(loop, output, offset + appended.first + k * appended.stride, length, 0);
}

PPAR_API void ppar_end_step(struct ppar_loop *loop)
{
    struct ppar_run *run = loop->run;
    if (reduce_step(&run->reductions, &run->worker->parts) != 0)
        worker_fail(run, "its chunk has more iterations than it should", 0);
}

PPAR_API int ppar_notes(const struct ppar_loop *loop)
{
    return find_worker_run(loop) != NULL;
}

PPAR_API void ppar_note(struct ppar_loop *loop, int replay, const volatile void *place,
                        const void *part)
{
    struct ppar_run *run = find_worker_run(loop);
    if (run == NULL)
        return;
    uint64_t offset = 0;
    if (replay >= 0 && (size_t)replay < run->replays.count)
        offset = (uintptr_t)place - (uintptr_t)run->replays.item[replay].base;
    int error = notes_add(&run->worker->notes, &run->replays, (size_t)replay, offset, part);
    if (error != 0)
        worker_fail(run,
                    error == -ERANGE ? "it folds into something that is no part of a reduction"
                                     : "no memory for what is to be folded",
                    error == -ERANGE ? 0 : error);
}

PPAR_API void ppar_commit(struct ppar_loop *loop)
{
    struct ppar_run *run = find_worker_run(loop);
    if (run == NULL)
        return;
    int saved = errno;
    if (run->crew != NULL)
        crew_commit(run);
    else
        worker_commit(run);
    errno = saved;
}
