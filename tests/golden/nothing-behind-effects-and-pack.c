/* status: 1 */
/* These pragmas have one list. */
struct row {
    int n;
    double *value;
};
#pragma ppar pack(struct row : value[n]) more

#pragma ppar effects(pure) workers(2)
double model(double x);
