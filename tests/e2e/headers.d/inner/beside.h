#pragma once
#include "other.h"
#include <string.h>
#define INNER 7
static const char *beside(void)
{
    return strrchr(__FILE__, '/') + OTHER;
}
