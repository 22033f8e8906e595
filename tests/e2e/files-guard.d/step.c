struct box {
    int pad, stride;
};
static struct box one;
struct box *current = &one;

void set(int stride)
{
    one.stride = stride;
}

void step(double *to, const double *from, int k)
{
    to[k * current->stride] = from[k - 1] + from[k + 1];
}
