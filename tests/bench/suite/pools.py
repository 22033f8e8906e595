#!/usr/bin/env python3
"""What a task that does next to nothing costs in the pools that people use.

Prints lines `NAME SECONDS`, per task; what is not installed is left out. Usage: pools.py WORKERS
"""
import multiprocessing
import shutil
import subprocess
import sys
import time


def task(k):
    return k * 2654435761 >> 7 & 0xFFFFFFFF


def seconds_of(function):
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def with_pool(workers):
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        pool.map(task, range(1000))
        yield "Pool.map", 200000, lambda: pool.map(task, range(200000))
        yield "Pool.map, chunks of 1", 20000, lambda: pool.map(task, range(20000), chunksize=1)
        yield "Pool.imap", 20000, lambda: list(pool.imap(task, range(20000)))


def with_joblib(workers):
    try:
        import joblib
    except ImportError:
        return
    with joblib.Parallel(n_jobs=workers) as parallel:
        parallel(joblib.delayed(task)(k) for k in range(100))
        yield "joblib", 20000, lambda: parallel(joblib.delayed(task)(k) for k in range(20000))


def with_gnu_parallel(workers):
    if not shutil.which("parallel"):
        return
    command = ["parallel", "--will-cite", "-k", f"-j{workers}", "echo"]
    text = "".join(f"{k}\n" for k in range(200))
    yield "GNU parallel", 200, lambda: subprocess.run(
        command, input=text, text=True, stdout=subprocess.DEVNULL, check=True)


def main():
    workers = int(sys.argv[1])
    for pool in with_pool, with_joblib, with_gnu_parallel:
        for name, count, function in pool(workers):
            print(f"{name}\t{seconds_of(function) / count:.9f}", flush=True)


if __name__ == "__main__":
    main()
