# The same as pack.c: the results of a Pool, as tuples of a name and a list.
import sys
import time
from multiprocessing import Pool

COUNT = 20000
NUMBERS = 1000


def make(i):
    return "series %d" % i, [i + 0.5 * k for k in range(NUMBERS)]


if __name__ == "__main__":
    start = time.monotonic()
    with Pool(int(sys.argv[1])) as pool:
        series = pool.map(make, range(COUNT))
    end = time.monotonic()
    total = 0.0
    for name, values in series:
        for value in values:
            total += value
    print("%.4f %.1f %s" % (end - start, total, series[-1][0]))
