/*
 * Static variables that are filled when they are first used: if (!ready) { table[k] = ...; ready =
 * 1;
 * }.
 */
#ifndef PPCC_LAZY_H
#define PPCC_LAZY_H

#include "../ir.h"

/* Finds the variables of UNIT's program that are filled behind a check of a flag, alike whenever
 * that happens, and only read behind such a check (var.is_lazy). Comes behind resolve_callees. */
void find_lazy(struct unit *unit);

#endif
