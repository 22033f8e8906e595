struct image {
    int width;
    unsigned char pixel[100][100];
};

void line(struct image *image, int y)
{
    for (int x = 0; x < 100; x++)
        image->pixel[y][x] = (unsigned char)(x * y);
}
