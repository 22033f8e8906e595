static double buffer[8];
int steps(int);

double simulate(double drive, int i)
{
    double sum = 0;
    for (int k = 0; k < 8; k++)
        buffer[k] = drive / (k + 1);
    for (int k = 0; k < steps(i); k++)
        sum += buffer[k & 7];
    return sum;
}
