/*
 * Pointers in results to memory that the workers make.
 *
 * A segment holds them as they are in the worker, where they mean something. Both ends go through
 * the segments of a record in the same order, and through the registered members that lie whole in
 * each; so the two sequences of members are the same, and the deep part needs no word about where
 * each of its results belongs. The worker packs a member from its memory; the parent, when it has
 * copied the segments, unpacks it into the place where it went.
 */
#include "deep.h"
#include "worker.h"

/* One member of one structure; AT is where that begins in the output. */
typedef void visit_member(void *context, const struct output *output, int64_t at,
                          const struct ppar_member *member);

/* The least k with at + stride * k >= from. */
static int64_t first_from(int64_t from, int64_t at, int64_t stride)
{
    int64_t distance = from - at;
    return distance / stride + (distance % stride > 0);
}

static void visit_kind(const struct output *output, const struct wire_segment *segment,
                       const struct deep *deep, visit_member *visit, void *context)
{
    const struct ppar_member *member = deep->member;
    int64_t first = segment->offset - (int64_t)member->offset;
    int64_t most = first + (int64_t)segment->length - (int64_t)member->size;
    if (deep->stride == 0) {
        if (deep->at >= first && deep->at <= most)
            visit(context, output, deep->at, member);
        return;
    }
    int64_t at = deep->at + deep->stride * first_from(first, deep->at, deep->stride);
    for (; at <= most; at += deep->stride)
        visit(context, output, at, member);
}

static void visit_segment(const struct ppar_run *run, const struct wire_segment *segment,
                          visit_member *visit, void *context)
{
    const struct output *output = &run->outputs[segment->output];
    for (size_t k = 0; k < output->deep_count; k++)
        visit_kind(output, segment, &output->deep[k], visit, context);
}

static void pack_member(void *context, const struct output *output, int64_t at,
                        const struct ppar_member *member)
{
    member->pack(context, output_address(output, at));
}

const char *deep_pack(struct ppar_run *run)
{
    struct worker *worker = run->worker;
    packer_clear(&worker->packer);
    for (size_t k = 0; k < worker->put_count; k++)
        visit_segment(run, &worker->puts[k], pack_member, &worker->packer);
    return packer_finish(&worker->packer);
}

static void unpack_member(void *context, const struct output *output, int64_t at,
                          const struct ppar_member *member)
{
    member->unpack(context, output_address(output, at));
}

const char *deep_unpack(struct ppar_run *run, const struct record *record)
{
    struct ppar_unpacker unpacker;
    unpacker_init(&unpacker, record->deep, record->header.deep);
    for (uint32_t k = 0; k < record->header.puts; k++) {
        struct wire_segment segment = wire_segment_get(record, k);
        visit_segment(run, &segment, unpack_member, &unpacker);
    }
    const char *wrong = unpacker_finish(&unpacker);
    unpacker_release(&unpacker);
    return wrong;
}
