#define ALIAS OTHER_ALIAS
#define OTHER_ALIAS ANOTHER
#define ANOTHER PARALLEL
#define PARALLEL _Pragma("ppar for")
#define PRAGMA(x) _Pragma(#x)
#define LOOP(...) PPAR_FOR(__VA_ARGS__)
#define TWO_CLAUSES CLAUSE workers(COUNT)
#define CLAUSE schedule(KIND, 4)
#define KIND dynamic
#define COUNT 3
