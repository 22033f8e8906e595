/* By cases. */
int what[200], out[400], rest[400];

int collect(int count)
{
    int n = 0, m = 0;
#pragma ppar for
    for (int i = 0; i < count; i++)
        switch (what[i]) {
        case 0:
            out[n++] = i;
            break;
        case 1:
            out[n] = -i;
            n++;
        default:
            rest[m++] = what[i];
        }
    return n + m;
}
