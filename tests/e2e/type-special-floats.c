/* verdict: proven */
/* NaNs with their payload, infinities, -0.0, denormals pass through unharmed. */
#include "show.h"

#include <math.h>
#include <string.h>

int main(void)
{
    double in[8] = {0.0, -0.0, INFINITY, -INFINITY, 4.9e-324, -1e308, 1.0, -1.0};
    double out[10];
    unsigned long long bits[10];

    FILL(out, 10, -1.0);
#pragma ppar for
    for (int i = 0; i < 8; i++)
        out[i + 1] = in[i] * 10.0 * 0.5;
    memcpy(bits, out, sizeof out);
    SHOW("%llx", bits, 10);
#pragma ppar for
    for (int i = 0; i < 8; i++)
        out[i + 1] = in[i] == 0.0 ? in[i] : in[i] - in[i];
    memcpy(bits, out, sizeof out);
    SHOW("%llx", bits, 10);
    return 0;
}
