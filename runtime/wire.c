/*
 * The receiving end of the record format: nothing that a worker says is believed.
 *
 * A worker runs the user's code, and a wild store in it may have hit our own data. So before a byte
 * of a record is applied, wire_open has added up every length in it, without overflow, to exactly
 * the length that was read, and has found every segment inside the section of memory that the loop
 * registered. What passes can still be wrong, but only inside the loop's own results.
 */
#include "wire.h"
#include "run.h"

#include <string.h>

const char *wire_check_header(const struct wire_header *header, const struct wire_limits *limits)
{
    if (header->magic != WIRE_MAGIC)
        return "it does not start as a record does";
    if (header->version != WIRE_VERSION)
        return "it has another version";
    int has_status = header->kind == WIRE_EXIT || header->kind == WIRE_LEFT;
    if (header->unused != 0 || (!has_status && header->status != 0))
        return "it says what only an exit can say";
    if (header->kind == WIRE_END)
        return header->length != 0 ? "an end with something in it" : NULL;
    if (header->kind != WIRE_CHUNK && !has_status)
        return "its kind is unknown";
    if (header->kind == WIRE_LEFT && header->status != PPAR_BY_BREAK &&
        header->status != PPAR_BY_RETURN)
        return "it leaves the loop in an unknown way";
    if (header->kind == WIRE_EXIT && (header->puts != 0 || header->deep != 0 || header->notes != 0))
        return "an exit with results in it";
    if (header->first >= header->last || header->last > limits->trips)
        return "its iterations are not the loop's";
    if (header->length > PTRDIFF_MAX - sizeof *header)
        return "it is larger than memory";
    return NULL;
}

struct wire_segment wire_segment_get(const struct record *record, uint32_t k)
{
    struct wire_segment segment;
    memcpy(&segment, record->segments + k * sizeof segment, sizeof segment);
    return segment;
}

struct wire_event wire_event_get(const struct record *record, uint32_t k)
{
    struct wire_event event;
    memcpy(&event, record->events + k * sizeof event, sizeof event);
    return event;
}

/* A walk through the record, in pieces whose lengths the record itself gives. */
struct walk {
    const char *at;
    uint64_t left;
    int short_of; /* a piece was longer than what is left */
};

static const char *take(struct walk *walk, uint64_t length)
{
    const char *piece = walk->at;
    if (length > walk->left) {
        walk->short_of = 1;
        return piece;
    }
    walk->at += length;
    walk->left -= length;
    return piece;
}

static const char *check_segment(const struct wire_segment *segment,
                                 const struct wire_limits *limits)
{
    if (segment->output >= limits->outputs)
        return "it has an output that was not registered";
    if ((segment->flags & ~(uint32_t)WIRE_MAYBE) != 0)
        return "it has a segment of unknown kind";
    if (!output_holds(&limits->output[segment->output], segment->offset, segment->length))
        return "it reaches outside of an output";
    return NULL;
}

static const char *take_data(struct record *record, struct walk *walk,
                             const struct wire_limits *limits)
{
    record->data = walk->at;
    for (uint32_t k = 0; k < record->header.puts && !walk->short_of; k++) {
        struct wire_segment segment = wire_segment_get(record, k);
        const char *wrong = check_segment(&segment, limits);
        if (wrong != NULL)
            return wrong;
        take(walk, segment.length);
    }
    return NULL;
}

/* A chunk that was left by exit has no parts. */
static void take_parts(struct record *record, struct walk *walk, const struct wire_limits *limits)
{
    const struct wire_header *header = &record->header;
    uint64_t iterations = header->last - header->first, each = limits->each_bytes;
    record->parts = walk->at;
    if (header->kind == WIRE_EXIT)
        return;
    if (each != 0 && iterations > walk->left / each) {
        walk->short_of = 1;
        return;
    }
    take(walk, iterations * each);
    take(walk, limits->chunk_bytes);
}

static const char *take_notes(struct record *record, struct walk *walk,
                              const struct wire_limits *limits)
{
    uint64_t length = record->header.notes;
    record->notes = take(walk, length);
    return walk->short_of || notes_are_right(limits->replays, record->notes, length)
               ? NULL
               : "it notes a fold that the loop does not have";
}

static const char *take_text(struct record *record, struct walk *walk)
{
    record->text = walk->at;
    for (uint32_t k = 0; k < record->header.events && !walk->short_of; k++) {
        struct wire_event event = wire_event_get(record, k);
        if (event.kind < WIRE_TEXT || event.kind > WIRE_RAW || event.unused != 0)
            return "it has output of unknown kind";
        take(walk, event.length);
    }
    return NULL;
}

const char *wire_open(struct record *record, const char *bytes, const struct wire_limits *limits)
{
    memcpy(&record->header, bytes, sizeof record->header);
    const struct wire_header *header = &record->header;
    const char *wrong = wire_check_header(header, limits);
    if (wrong != NULL || header->kind == WIRE_END)
        return wrong;
    struct walk walk = {.at = bytes + sizeof *header, .left = header->length};
    record->end = walk.at + header->length;
    record->segments = take(&walk, header->puts * (uint64_t)sizeof(struct wire_segment));
    if (!walk.short_of)
        wrong = take_data(record, &walk, limits);
    if (wrong != NULL)
        return wrong;
    record->deep = take(&walk, header->deep);
    record->events = take(&walk, header->events * (uint64_t)sizeof(struct wire_event));
    take_parts(record, &walk, limits);
    if (!walk.short_of)
        wrong = take_notes(record, &walk, limits);
    if (!walk.short_of && wrong == NULL)
        wrong = take_text(record, &walk);
    if (wrong != NULL)
        return wrong;
    if (walk.short_of)
        return "its parts are longer than the whole";
    return walk.left != 0 ? "it has more in it than its parts" : NULL;
}
