/* Of others, and named by -isystem: it asks who reads it. */
#ifdef __clang__
#define READER 'c'
#else
#define READER 'g'
#endif
