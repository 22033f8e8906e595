/* libexec/ppcc/ppcc1: the part of ppcc that translates. bin/ppcc (main.c) calls it. */
#include "driver.h"

int main(int argc, char **argv)
{
    return drive(argc, argv);
}
