#ifndef NAMES_H
#define NAMES_H
#define JOINED(a, b) a##_##b
#define NAMED(a, b) JOINED(a, b)
#endif
