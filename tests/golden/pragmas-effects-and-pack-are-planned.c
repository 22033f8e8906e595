/* status: 1 */
/* The other two pragmas are parsed whole, and are not built yet. */
struct list {
    double *values;
    int count;
};

#pragma ppar pack(struct list : values[count])
#pragma ppar effects(in(src[0 : n]) out(dst[0 : n]), stdout returns(dst))
void *copy(void *dst, const void *src, int n);
#pragma ppar effects(puer)
int triple(int x);
