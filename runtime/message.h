/* Lines on stderr. */
#ifndef PPAR_MESSAGE_H
#define PPAR_MESSAGE_H

#define MESSAGE_MOST 1024 /* bytes of a message, its newline included; longer ones are cut */

/* "ppar: ...", as one write. Nothing happens when stderr is closed. */
void message(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
