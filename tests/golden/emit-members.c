/* Members that lie side by side are one run; others are left alone. */
struct point {
    int id;
    double x, y;
    char name[8];
} point[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        point[i].x = i;
        point[i].y = -i;
    }
}
