/* The parent's stdout: what is done to it before the fork, and what the workers printed. */
#ifndef PPAR_REPLAY_H
#define PPAR_REPLAY_H

#include "wire.h"

#include <stddef.h>

/* Text that waits in the buffer of stdout over the fork. */
struct held_text {
    char *bytes;
    size_t length;
};

/* Empties the buffers of all streams, so that no worker can print again what is in them: stdout's
 * into HELD, the others' into their files. 0; or -ENOMEM, and nothing is done. */
int replay_hold(struct held_text *held);

/* In the parent: puts the text back where it was. In a worker: forgets it. */
void replay_release(struct held_text *held);
void replay_forget(struct held_text *held);

/* Writes what waits in the buffer of stdout as far as that goes without waiting long for the
 * reader, by system calls alone. The buffer is then of no use. */
void replay_drain(int milliseconds);

/* Does to stdout what the body did. WIDE: the stream takes no bytes, or is not to be made one that
 * does; text goes out at once, behind what waits in the buffer. */
void replay_record(const struct record *record, int wide);

/* Writes what is in a worker's file to descriptor 1. Nothing happens when FILE is -1. */
void replay_file(int file);

#endif
