/* What becomes of iterations that fail: what the clauses and the environment say. */
#ifndef PPAR_POLICY_H
#define PPAR_POLICY_H

struct policy {
    int on_failure;   /* enum ppar_policy */
    unsigned retries; /* of an iteration that has failed */
    double seconds;   /* that an iteration may take, or 0: any time, */
    double medians;   /*  or so many times what the median iteration takes, or 0 */
};

#endif
