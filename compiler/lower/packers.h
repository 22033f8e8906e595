/* The C of described results: functions that pack and unpack them. */
#ifndef PPCC_PACKERS_H
#define PPCC_PACKERS_H

#include "../analysis/plan.h"

/* The name of the struct ppar_member of one of them. */
const char *member_name(struct arena *arena, const struct deep_member *deep);

#endif
