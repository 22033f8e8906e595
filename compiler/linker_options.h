/* What a command line says of the link beyond its inputs. */
#ifndef PPCC_LINKER_OPTIONS_H
#define PPCC_LINKER_OPTIONS_H

#include "flags.h"

/* Learns from ARG, an option, with NEXT, its separate argument or "". */
void learn_linker_option(struct command *command, const char *arg, const char *next);

#endif
