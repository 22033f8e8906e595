/*
 * Objects in parts. Where every access to an object is at a constant place, places that never
 * overlap have nothing to do with each other: the members of a record, a few elements of an array.
 */
#ifndef PPCC_SPLIT_H
#define PPCC_SPLIT_H

#include "trace.h"

/* Gives each such place of an object an object of its own, a copy that differs in name. */
void split_objects(struct trace *trace);

#endif
