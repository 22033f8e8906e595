/* status: 1 */
/* This pragma is parsed whole, and is not built yet. */
struct list {
    double *values;
    int count;
};

#pragma ppar pack(struct list : values[count])
