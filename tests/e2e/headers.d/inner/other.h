#define OTHER 1
static int inner_line = __LINE__;
