/* The two iterations that a collision can be shown with. */
#ifndef PPCC_WITNESS_H
#define PPCC_WITNESS_H

#include "depend.h"

/* The least pair of iterations of which the earlier writes by WRITE what the later reads by READ.
 * False: none is known. */
bool find_witness(const struct loop *loop, const struct use *use, const struct access *write,
                  const struct access *read, struct witness *witness);

#endif
