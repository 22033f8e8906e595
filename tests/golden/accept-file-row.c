struct image {
    int width;
    unsigned char pixel[100][100];
};
void line(struct image *, int);
struct image image;

void f(void)
{
#pragma ppar for
    for (int y = 0; y < 100; y++)
        line(&image, y);
}
