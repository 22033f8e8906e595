#!/usr/bin/env python3
"""The benchmark suite: each program of this folder plain, with OpenMP, by hand with fork and pipe,
and with ppcc, in turn, as often as is asked for; the medians, and their ratios.

    suite.py [--rounds N] [--workers W] [--cases A,B,...] [--build FOLDER] [--pools]
             [--results FILE] [--page FILE] [--svg FILE]

--pools measures the pools of Python and GNU parallel, too, as far as they are installed; --results
keeps every figure as JSON; --page puts a table of them, with the machine that they were measured
on, between the two marks of a page; --svg makes a plot. All ways of a case
must print the same, or the suite ends with status 1. CC is the plain compiler.
"""
import argparse
import collections
import datetime
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
WAYS = ("plain", "openmp", "by hand", "ppcc")

# what is measured against: "openmp", "plain", or "ideal"; `most` is the goal for the ratio
Case = collections.namedtuple("Case", "name source flags arguments workers against most text")
CASES = [
    Case("mandelbrot", "mandelbrot", [], [], None, "openmp", 1.02, "Mandelbrot rows"),
    Case("sweep", "sweep", [], [], None, "openmp", 1.02, "sweep, 100 runs of 10^6 steps"),
    Case("triangular", "uneven", [], [], None, "openmp", 1.02, "iterations longer and longer"),
    Case("random", "uneven", ["-DRANDOM"], [], None, "openmp", 1.02, "iterations of random length"),
    Case("cluster", "cluster", [], [], None, "openmp", 1.02, "10^5 short ones, 10 long ones"),
    Case("fill", "fill", [], [], None, "openmp", 1.10, "fill 256 MB"),
    Case("update", "fill", ["-DUPDATE"], [], None, "openmp", 1.10, "update 256 MB in place"),
    Case("tiny", "tiny", [], [], None, "openmp", 1.2, "10^6 equal iterations, dynamic, 1"),
    Case("unequal", "tiny", ["-DUNEQUAL"], [], None, "openmp", 1.2, "10^6 unequal ones"),
    Case("sum", "dot", ["-DLOOSE"], [], None, "openmp", 1.05, "dot product, reduction"),
    Case("exact-sum", "dot", [], [], None, "openmp", 1.5, "dot product, exact"),
    Case("launches", "launches", [], [], None, "plain", 1.05, "300 loops of 8 iterations"),
    Case("launches-1gb", "launches", [], ["1024"], None, "plain", 1.05,
         "the same, 1 GB in use"),
    Case("jacobi", "jacobi", [], [], None, "openmp", 1.15, "1000 Jacobi sweeps, 512 x 512"),
    Case("jacobi-1gb", "jacobi", [], ["1024"], None, "openmp", 1.15, "the same, 1 GB in use"),
    Case("lines", "lines", [], [], None, "openmp", None, "10^5 lines in order"),
    Case("sleeping-2", "sleeping", [], [], 2, "ideal", 1 / 0.95, "512 tasks of 50 ms, 2 workers"),
    Case("sleeping-16", "sleeping", [], [], 16, "ideal", 1 / 0.95, "512 tasks, 16 workers"),
    Case("sleeping-256", "sleeping", [], [], 256, "ideal", 1 / 0.95, "512 tasks, 256 workers"),
]
SLEEPING_SECONDS = 512 * 0.05


def compile_case(case, way, build, folder):
    program = folder / f"{case.name} {way}"
    compiler = [str(build / "bin/ppcc")] if way == "ppcc" else [os.environ.get("CC", "cc")]
    flags = {"plain": [], "openmp": ["-fopenmp"], "by hand": ["-DBY_HAND"], "ppcc": []}[way]
    subprocess.run(compiler + ["-O2", "-w", *flags, *case.flags, "-o", str(program),
                               str(HERE / f"{case.source}.c"), "-lm"], check=True)
    return program


def run_once(program, case, way, workers):
    """The seconds that the loop took, and what the program printed."""
    environment = dict(os.environ, OMP_NUM_THREADS=str(workers))
    environment.pop("PPAR_WORKERS", None)
    # As many workers as CPUs is what ppcc takes by itself, and then it is free to take fewer.
    if case.workers or way == "by hand" or workers != len(os.sched_getaffinity(0)):
        environment["PPAR_WORKERS"] = str(workers)
    done = subprocess.run([str(program), *case.arguments], env=environment, timeout=300,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True)
    for line in done.stderr.decode().splitlines():
        if line.startswith("seconds "):
            return float(line.split()[1]), done.stdout
    sys.exit(f"{program} does not say how long it took:\n{done.stderr.decode()}")


def ways_of(case):
    if case.source == "sleeping":
        return WAYS[1:]
    if case.name == "jacobi-1gb":  # two thousand forks of a gigabyte take more than a minute
        return tuple(way for way in WAYS if way != "by hand")
    return WAYS


def measure(case, options, folder):
    """{way: [seconds]}"""
    programs = {way: compile_case(case, way, options.build, folder) for way in ways_of(case)}
    times = {way: [] for way in programs}
    expected = None
    workers = case.workers or options.workers
    for _ in range(options.rounds):
        for way, program in programs.items():
            seconds, output = run_once(program, case, way, workers)
            expected = expected or output
            if output != expected and case.source != "dot":
                sys.exit(f"{case.name}: {way} prints something else")
            times[way].append(seconds)
    return times


def reference(case, medians, workers):
    if case.against == "ideal":
        return SLEEPING_SECONDS / (case.workers or workers)
    return medians[case.against]


def rows_of(results):
    """Name, text, medians by way, ratio, goal."""
    for case in CASES:
        if case.name not in results["cases"]:
            continue
        medians = {way: statistics.median(times)
                   for way, times in results["cases"][case.name].items()}
        ratio = medians["ppcc"] / reference(case, medians, results["workers"])
        yield case, medians, ratio


def show(seconds):
    return "-" if seconds is None else f"{seconds * 1000:.1f}" if seconds < 10 else f"{seconds:.1f} s"


def table(results):
    lines = ["| case | plain | OpenMP | by hand | ppcc | ppcc / | ratio | goal |",
             "|---|---:|---:|---:|---:|---|---:|---:|"]
    for case, medians, ratio in rows_of(results):
        cells = [show(medians.get(way)) for way in WAYS]
        goal = f"{case.most:.2f}" if case.most else "-"
        lines.append(f"| {case.text} | {' | '.join(cells)} | {case.against} | {ratio:.2f} | {goal} |")
    lines.append("")
    lines.append("Milliseconds, medians.")
    if results["pools"]:
        own = statistics.median(results["cases"]["unequal"]["ppcc"]) / 1e6
        lines += ["", "| a task in | µs | times ppcc's |", "|---|---:|---:|",
                  f"| ppcc, `schedule(dynamic, 1)` | {own * 1e6:.3f} | 1 |"]
        lines += [f"| {name} | {seconds * 1e6:.1f} | {seconds / own:.0f} |"
                  for name, seconds in results["pools"].items()]
    return "\n".join(lines) + "\n"


def plot(results):
    """Bars of the ratios, on a logarithmic scale from 1/4 to 64."""
    import math
    rows = list(rows_of(results))
    left, right, step, top = 230, 560, 24, 40
    height = top + step * len(rows) + 20

    def x(ratio):
        return left + (math.log2(min(max(ratio, 0.25), 64)) + 2) / 8 * right

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right + 60}" '
             f'height="{height}" font-family="sans-serif" font-size="12">',
             f'<rect width="100%" height="100%" fill="white"/>',
             f'<text x="{left}" y="16">time of ppcc / time of what it is measured against'
             f' (mark: the goal)</text>']
    for power in range(-2, 7):
        at = x(2.0 ** power)
        label = str(2 ** power) if power >= 0 else f"1/{2 ** -power}"
        parts.append(f'<line x1="{at:.1f}" y1="{top - 8}" x2="{at:.1f}" y2="{height - 16}" '
                     f'stroke="{"#666" if power == 0 else "#ddd"}"/>'
                     f'<text x="{at:.1f}" y="{top - 12}" text-anchor="middle">{label}</text>')
    for k, (case, _, ratio) in enumerate(rows):
        y = top + step * k
        colour = "#2a7" if not case.most or ratio <= case.most else "#c63"
        begin, end = sorted((x(1), x(ratio)))
        parts.append(f'<text x="{left - 8}" y="{y + 13}" text-anchor="end">{case.text}</text>'
                     f'<rect x="{begin:.1f}" y="{y + 2}" width="{max(end - begin, 2):.1f}" '
                     f'height="{step - 8}" fill="{colour}"/>'
                     f'<text x="{end + 6:.1f}" y="{y + 13}">{ratio:.2f}</text>')
        if case.most:
            parts.append(f'<line x1="{x(case.most):.1f}" y1="{y}" x2="{x(case.most):.1f}" '
                         f'y2="{y + step - 4}" stroke="#000" stroke-width="2"/>')
    return "\n".join(parts) + "\n</svg>\n"


def first_line(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()[0]


def machine():
    model = "a processor"
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    return (f"{model}, {len(os.sched_getaffinity(0))} processors, "
            f"{os.uname().sysname} {'.'.join(os.uname().release.split('.')[:2])}, "
            f"{first_line(os.environ.get('CC', 'cc'), '--version')}, `-O2`, "
            f"{datetime.date.today().isoformat()}")


MARKS = ("<!-- measured -->", "<!-- end of what was measured -->")


def marked_page(name):
    """A page with both marks: looked for before anything is measured."""
    page = pathlib.Path(name)
    try:
        text = page.read_text()
    except OSError as error:
        raise argparse.ArgumentTypeError(f"{name}: {error.strerror}") from error
    if not all(mark in text for mark in MARKS):
        raise argparse.ArgumentTypeError(f"{name}: it has no lines '{MARKS[0]}', '{MARKS[1]}'")
    return page


def write_page(page, results):
    """Replaces what stands between the two marks."""
    text = page.read_text()
    start, end = (text.index(mark) for mark in MARKS)
    words = f"{results['workers']} workers, medians of {results['rounds']} runs, each way in turn. "
    page.write_text(text[:start] + MARKS[0] + "\n" + words + machine() + ".\n\n" + table(results) +
                    text[end:])


def measure_pools(workers):
    done = subprocess.run([sys.executable, str(HERE / "pools.py"), str(workers)],
                          stdout=subprocess.PIPE, text=True, check=True)
    pairs = (line.split("\t") for line in done.stdout.splitlines())
    return {name: float(seconds) for name, seconds in pairs}


def main():
    parser = argparse.ArgumentParser(description="Measures ppcc against the others.")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--cases", default=",".join(case.name for case in CASES))
    parser.add_argument("--build", type=pathlib.Path, default=HERE / "../../../build")
    parser.add_argument("--results", type=pathlib.Path)
    parser.add_argument("--page", type=marked_page)
    parser.add_argument("--svg", type=pathlib.Path)
    parser.add_argument("--pools", action="store_true")
    options = parser.parse_args()
    wanted = options.cases.split(",")
    unknown = set(wanted) - {case.name for case in CASES}
    if unknown:
        parser.error(f"no such case: {', '.join(sorted(unknown))}")
    results = {"workers": options.workers, "rounds": options.rounds, "cases": {}, "pools": {}}
    with tempfile.TemporaryDirectory() as folder:
        for case in CASES:
            if case.name in wanted:
                results["cases"][case.name] = measure(case, options, pathlib.Path(folder))
                print(f"{case.name}: done", file=sys.stderr)
    if options.pools and "unequal" in wanted:
        results["pools"] = measure_pools(options.workers)
    if options.results:
        options.results.write_text(json.dumps(results, indent=1) + "\n")
    if options.page:
        write_page(options.page, results)
    if options.svg:
        options.svg.write_text(plot(results))
    print(table(results), end="")


if __name__ == "__main__":
    main()
