#!/usr/bin/env python3
"""What can be seen of a run: PPAR_PROGRESS, PPAR_TRACE, PPAR_JOBLOG, PPAR_REPORT.

    watch.py [WORD]      all tests, or those whose names contain WORD

Environment: BUILD, the build tree; TEST_CFLAGS, flags for ppcc (sanitizers).
"""
import fcntl
import json
import os
import pty
import re
import signal
import stat
import struct
import subprocess
import sys
import tempfile
import termios
import time

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.environ.get("BUILD", os.path.join(HERE, "../../build"))
PPCC = os.path.join(os.path.abspath(BUILD), "bin/ppcc")
FLAGS = os.environ.get("TEST_CFLAGS", "").split()
LIMIT = 50  # seconds, for each program

SOURCES = {
    # Forked workers, an execution that is serial by a clause, and one with a name.
    "loops.c": """#include <stdio.h>
#include <stdlib.h>
enum { N = 60 };
static double x[N], y[N];
static double simulate(int i)
{
    double sum = 0;
    for (int k = 1; k < 20000 + 1000 * i; k++)
        sum += 1.0 / k / (i + 1);
    return sum;
}
int main(int argc, char **argv)
{
    (void)argv;
#pragma ppar for schedule(dynamic, 1)
    for (int i = 0; i < N; i++) {
        x[i] = simulate(i);
        printf("%d ", i);
    }
#pragma ppar for if(argc > 1)
    for (int i = 0; i < N; i++)
        y[i] = x[i] + 1;
    double total = 0;
#pragma ppar for name("the <sum> \\"of\\" all")
    for (int i = 0; i < N; i++)
        total += y[i];
    printf("%.17g\\n", total);
    return 0;
}
""",
    # Time steps, whose workers may stay.
    "steps.c": """#include <stdio.h>
enum { N = 40000 };
static double x[N], y[N];
int main(void)
{
    for (int step = 0; step < 20; step++) {
#pragma ppar for workers(2)
        for (int i = 0; i < N; i++)
            y[i] = x[i] * 0.5 + i;
        for (int i = 0; i < N; i++)
            x[i] = y[i];
    }
    printf("%.17g\\n", x[N - 1]);
    return 0;
}
""",
    # Iteration 7 aborts.
    "dies.c": """#include <stdio.h>
#include <stdlib.h>
static int a[20];
int main(void)
{
#pragma ppar for schedule(dynamic, 1)
    for (int i = 0; i < 20; i++) {
        if (i == 7)
            abort();
        a[i] = i;
    }
    printf("%d\\n", a[19]);
    return 0;
}
""",
    # As long as is asked for: so many milliseconds an iteration.
    "slow.c": """#include <stdio.h>
#include <stdlib.h>
#include <time.h>
static int a[1000];
static void rest(long ms)
{
    struct timespec time = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&time, NULL);
}
int main(int argc, char **argv)
{
    int n = argc > 1 ? atoi(argv[1]) : 10;
    long ms = argc > 2 ? atol(argv[2]) : 100;
#pragma ppar for workers(2) schedule(dynamic, 1) CLAUSE
    for (int i = 0; i < n; i++) {
        rest(ms);
        a[i] = i + 1;
    }
    printf("%d\\n", a[n - 1]);
    return 0;
}
""",
    # A child of the program's has a loop of its own, and ends later.
    "forks.c": """#include <stdio.h>
#include <unistd.h>
static int a[50], b[50];
int main(void)
{
#pragma ppar for workers(2)
    for (int i = 0; i < 50; i++)
        a[i] = i;
    if (fork() == 0) {
        usleep(300000);
#pragma ppar for workers(2)
        for (int i = 0; i < 50; i++)
            b[i] = a[i];
        return b[49] != 49;
    }
    if (chdir("/") != 0)
        return 1;
    return a[49] != 49;
}
""",
}
FORK, CHUNK, TURN = 1, 2, 3  # as in journal.h


class Failure(Exception):
    """A test has failed."""


def check(condition, what):
    if not condition:
        raise Failure(what)


def equal(got, wanted, what):
    check(got == wanted, f"{what}: got {got!r}, wanted {wanted!r}")


def build(name, flags=()):
    """The program of SOURCES[name], in this folder."""
    program = "./" + name[:-2]
    done = subprocess.run([PPCC, "-O1", *FLAGS, *flags, "-o", program, name], capture_output=True, text=True)
    equal(done.returncode, 0, f"ppcc {name}: {done.stderr}")
    return program


def run(program, *arguments, **settings):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PPAR_")}
    environment["PPAR_GATE"] = "off"
    environment.update({k: str(v) for k, v in settings.items()})
    return subprocess.run([program, *arguments], capture_output=True, text=True, env=environment, timeout=LIMIT)


def trace(name="t.json"):
    with open(name, encoding="utf-8") as stream:
        return json.load(stream)["traceEvents"]


def slices(events, category):
    return [e for e in events if e["ph"] == "X" and e.get("cat") == category]


def rows(events):
    return {e["tid"]: e["args"]["name"] for e in events if e["name"] == "thread_name"}


def covered(ranges):
    """The iterations of "3" and "4-7", one by one."""
    found = []
    for text in ranges:
        first, _, last = text.partition("-")
        found += range(int(first), int(last or first) + 1)
    return sorted(found)


# ---- the trace ----------------------------------------------------------------------------------


def test_trace_of_workers():
    program = build("loops.c")
    done = run(program, PPAR_WORKERS=3, PPAR_TRACE="t.json")
    equal((done.returncode, done.stderr), (0, ""), "the run")
    events = trace()
    loops = slices(events, "loop")
    equal([e["args"]["run"] for e in loops], ["workers", "serial", "workers"], "ways to run")
    equal(loops[1]["args"]["why"], "if(argc > 1) is false", "reason")
    check(loops[2]["name"].endswith(': the <sum> "of" all'), f"name {loops[2]['name']}")
    first = [e for e in slices(events, "chunk") if e["args"]["loop"] == loops[0]["name"]]
    equal(covered(e["name"] for e in first), list(range(60)), "iterations in chunks")
    equal(rows(events), {0: "parent", 1: "worker 0", 2: "worker 1", 3: "worker 2"}, "rows")
    check(len(slices(events, "fork")) == 6, "there are six forks")
    end = loops[0]["ts"] + loops[0]["dur"]
    for tid in (1, 2, 3):
        at = 0
        for e in sorted((e for e in events if e["ph"] == "X" and e["tid"] == tid), key=lambda e: e["ts"]):
            check(e["ts"] >= at - 0.002, f"slices overlap in row {tid} at {e}")
            at = e["ts"] + e["dur"]
    for e in first:
        check(loops[0]["ts"] <= e["ts"] and e["ts"] + e["dur"] <= end, f"{e} is outside of its loop")


def test_trace_of_a_serial_program():
    program = build("loops.c")
    run(program, PPAR_SERIAL=1, PPAR_TRACE="t.json")
    loops = slices(trace(), "loop")
    equal([e["args"].get("why") for e in loops],
          ["PPAR_SERIAL=1", "if(argc > 1) is false", "PPAR_SERIAL=1"], "reasons")


def test_trace_of_workers_that_stay():
    program = build("steps.c")
    done = run(program, PPAR_STAY="on", PPAR_TRACE="t.json")
    equal(done.returncode, 0, "status")
    events = trace()
    loops = slices(events, "loop")
    equal(len(loops), 20, "executions")
    if FLAGS:
        return  # the sanitizers' handlers keep workers from staying
    equal({e["args"]["run"] for e in loops}, {"workers that stay"}, "ways to run")
    equal(sum(e["args"]["count"] for e in slices(events, "chunk")), 20 * 40000, "iterations")


def test_trace_of_a_failure():
    program = build("dies.c")
    plain = run(program, PPAR_WORKERS=2)
    done = run(program, PPAR_WORKERS=2, PPAR_TRACE="t.json", PPAR_JOBLOG="log", PPAR_REPORT="r.html")
    equal((done.returncode, done.stdout), (plain.returncode, plain.stdout), "the run")
    equal(done.returncode, -signal.SIGABRT, "status")
    events = trace()
    died = [e for e in events if e["name"] == "died"]
    check(died and all(e["args"]["signal"] == signal.SIGABRT for e in died), f"deaths {died}")
    check("7" in died[-1]["args"]["lost"], "iteration 7 was lost")
    check(any(e["name"].startswith("fork again") for e in events), "a worker was started again")
    lost = [line for line in joblog("log") if line["Signal"] == str(int(signal.SIGABRT))]
    equal(lost[-1]["Command"], "PPAR_ONLY=7 ./dies", "command in the log")
    check(page_data("r.html")["events"], "the page has events")


def test_trace_of_a_killed_program():
    program = build("slow.c", ["-DCLAUSE="])
    environment = dict(os.environ, PPAR_TRACE="t.json", PPAR_JOBLOG="log")
    with subprocess.Popen([program, "100", "100"], stdout=subprocess.PIPE, env=environment) as process:
        time.sleep(1)
        process.terminate()
        equal(process.wait(LIMIT), -signal.SIGTERM, "status")
    loops = slices(trace(), "loop")
    equal([e["args"].get("unfinished") for e in loops], [True], "what is unfinished")
    check(len(slices(trace(), "chunk")) > 4, "chunks")
    check(len(joblog("log")) > 4, "lines of the log")


def test_children_write_nothing():
    program = build("forks.c")
    where = os.getcwd()
    equal(run(program, PPAR_TRACE="t.json").returncode, 0, "status")
    time.sleep(0.2)
    equal(len(slices(trace(), "loop")), 1, "executions")
    equal(sorted(name for name in os.listdir(where) if name.startswith("t.json")), ["t.json"], "files")
    check(not os.path.exists("/t.json"), "the file is where the program was started")


def test_files_that_cannot_be():
    program = build("loops.c")
    plain = run(program)
    done = run(program, PPAR_TRACE="no/where/t.json", PPAR_JOBLOG="no/where/log")
    equal((done.returncode, done.stdout), (0, plain.stdout), "the run")
    equal(len(done.stderr.splitlines()), 1, "lines on stderr")
    check("could not be written: No such file" in done.stderr, done.stderr)
    os.mkdir("folder")
    check("could not be written" in run(program, PPAR_TRACE="folder").stderr, "a folder is no file")
    equal(os.listdir("folder"), [], "nothing is left")


def test_files_that_are_there():
    program = build("loops.c")
    with open("t.json", "w", encoding="utf-8") as stream:
        stream.write("old")
    os.mkfifo("pipe")
    with subprocess.Popen(["timeout", "9", "cat", "pipe"], stdout=subprocess.PIPE) as reader:
        time.sleep(0.2)
        equal(run(program, PPAR_TRACE="t.json", PPAR_JOBLOG="pipe").returncode, 0, "status")
        check(reader.stdout.read().startswith(b"Seq\tHost"), "the pipe has the log")
    check(stat.S_ISFIFO(os.stat("pipe").st_mode), "a pipe stays one")
    check(trace(), "a file is replaced")
    done = run(program, PPAR_TRACE="pipe")
    equal(done.returncode, 0, "status without a reader")
    run(program, PPAR_TRACE="run-%p.json")
    check([name for name in os.listdir(".") if re.fullmatch(r"run-\d+\.json", name)], "%p is a number")


# ---- the log ------------------------------------------------------------------------------------


def joblog(name):
    with open(name, encoding="utf-8") as stream:
        lines = [line.rstrip("\n").split("\t") for line in stream]
    equal(lines[0], "Seq Host Starttime JobRuntime Send Receive Exitval Signal Command Loop Iterations".split(),
          "columns")
    for line in lines[1:]:
        equal(len(line), len(lines[0]), f"columns of {line}")
    return [dict(zip(lines[0], line)) for line in lines[1:]]


def test_joblog():
    program = build("loops.c")
    before = time.time()
    run(program, "tab\there", PPAR_WORKERS=3, PPAR_JOBLOG="log")
    log = joblog("log")
    equal([int(line["Seq"]) for line in log], list(range(1, len(log) + 1)), "numbers")
    for k, name in enumerate(dict.fromkeys(line["Loop"] for line in log)):
        equal(covered(line["Iterations"] for line in log if line["Loop"] == name), list(range(60)), f"loop {k}")
    for line in log:
        check(before - 1 < float(line["Starttime"]) < time.time() + 1, f"time of {line}")
        check(0 <= float(line["JobRuntime"]) < LIMIT, f"duration of {line}")
        equal((line["Exitval"], line["Signal"]), ("0", "0"), "ends")
        single = "-" not in line["Iterations"]
        equal(line["Command"].startswith("PPAR_ONLY="), single, f"command of {line}")
    single = next(line for line in log if "-" not in line["Iterations"])
    again = subprocess.run(single["Command"], shell=True, capture_output=True, text=True, timeout=LIMIT)
    equal(again.returncode, 0, f"status of {single['Command']}")
    equal(again.stdout.split(), [single["Iterations"]], "what the command prints")


# ---- the page -----------------------------------------------------------------------------------


def page_data(name):
    with open(name, encoding="utf-8") as stream:
        text = stream.read()
    check(text.startswith("<!DOCTYPE html>") and text.endswith("</html>\n"), "the page is whole")
    check(not re.search(r"(?:src|href)\s*=|@import|url\(", text), "the page needs nothing else")
    data = re.search(r'<script id="data" type="application/json">(.*?)</script>', text, re.S)
    return json.loads(data.group(1))


def test_page():
    program = build("loops.c")
    run(program, PPAR_WORKERS=3, PPAR_REPORT="r.html")
    data = page_data("r.html")
    equal(len(data["loops"]), 3, "loops")
    equal([e[5] for e in data["executions"]], [1, 0, 1], "manners")
    chunks = [e for e in data["events"] if e[0] == CHUNK and e[1] == 0]
    equal(sum(e[7] - e[6] for e in chunks), 60, "iterations")
    equal(len([e for e in data["events"] if e[0] == FORK]), 6, "forks")
    check(data["memory"] > 0 and data["child_memory"] > 0, "memory")


# ---- progress -----------------------------------------------------------------------------------

LINE = re.compile(r"(.*): +(\d+)% ?(?:\|#* *\| )?(\d+)/(\d+) \[(\d\d:\d\d)<(\d\d:\d\d|\?), (.*)(?:it/s|s/it)\]")


def test_progress_in_a_pipe():
    program = build("slow.c", ['-DCLAUSE=progress("<the> label")'])
    done = run(program, "60", "100")
    equal((done.returncode, done.stdout), (0, "60\n"), "the run")
    lines = [LINE.fullmatch(line) for line in done.stderr.splitlines()]
    check(2 <= len(lines) <= 4 and all(lines), f"lines {done.stderr!r}")
    equal({line[1] for line in lines}, {"<the> label"}, "label")
    equal((lines[-1][2], lines[-1][3]), ("100", "60"), "the end")
    check(0 < int(lines[0][2]) < 100 and lines[0][6] in ("00:00", "00:01", "00:02"), f"first {lines[0][0]}")


def test_progress_where_it_is_not_wanted():
    program = build("slow.c", ["-DCLAUSE=progress"])
    equal(run(program, "20", "1").stderr, "", "a short loop")
    equal(run(program, "14", "100", PPAR_PROGRESS=0).stderr, "", "PPAR_PROGRESS=0")
    plain = build("slow.c", ["-DCLAUSE="])
    equal(run(plain, "14", "100").stderr, "", "without a clause")
    check(LINE.fullmatch(run(plain, "14", "100", PPAR_PROGRESS=1).stderr.strip()), "PPAR_PROGRESS=1")
    check("PPAR_PROGRESS=yes makes no sense" in run(plain, "2", "1", PPAR_PROGRESS="yes").stderr, "a bad value")


def test_progress_without_a_reader():
    program = build("slow.c", ["-DCLAUSE=progress"])
    for how in ("2>&-", "2>&1 >&3 | true"):
        script = f"exec 3>&1; {{ {program} 50 100; echo $? >status; }} {how}"
        done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, timeout=LIMIT)
        equal(done.stdout, "50\n", f"stdout with {how}")
        with open("status", encoding="utf-8") as stream:
            equal(stream.read(), "0\n", f"status with {how}")


def on_terminal(program, *arguments, columns, resize=None):
    """What the program writes to a terminal, which has RESIZE columns after a second."""
    pid, terminal = pty.fork()
    if pid == 0:
        time.sleep(0.1)  # until the terminal has its size
        os.environ["TERM"] = "xterm"
        os.execv(program, [program, *arguments])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    began, text = time.monotonic(), b""
    while True:
        try:
            got = os.read(terminal, 65536)
        except OSError:
            break
        if not got:
            break
        text += got
        if resize and time.monotonic() - began > 1:
            fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, resize, 0, 0))
            resize = None
    os.close(terminal)
    return os.waitpid(pid, 0)[1], text.decode()


def test_progress_on_a_terminal():
    program = build("slow.c", ["-DCLAUSE=progress(\"work\")"])
    status, text = on_terminal(program, "50", "100", columns=100, resize=50)
    equal(status, 0, "status")
    lines = re.findall(r"\r([^\r\n]*)\x1b\[K", text)
    check(10 <= len(lines) <= 28, f"{len(lines)} lines in 2.5 s: {text!r}")
    check(all(LINE.fullmatch(line) for line in lines), f"lines {lines}")
    check(all(len(line) < 100 for line in lines), "wide lines")
    check(all(len(line) < 50 for line in lines[-8:]), "narrow lines")
    check(max(len(line) for line in lines[:4]) > 50, "it was wide at first")
    done = [int(LINE.fullmatch(line)[3]) for line in lines]
    equal(done, sorted(done), "it never goes back")
    equal(done[-1], 50, "the end")
    check(text.endswith("\x1b[K\r\n50\r\n"), f"the end {text[-80:]!r}")


# ---- the program is what it was -----------------------------------------------------------------


def test_the_same_program():
    for name in ("loops.c", "steps.c", "dies.c"):
        program = build(name)
        for workers in (1, 2, 3, 7):
            plain = run(program, PPAR_WORKERS=workers)
            seen = run(program, PPAR_WORKERS=workers, PPAR_TRACE="t.json", PPAR_JOBLOG="log", PPAR_REPORT="r.html",
                       PPAR_PROGRESS=1)
            equal((seen.returncode, seen.stdout), (plain.returncode, plain.stdout), f"{name}, {workers} workers")
            equal(sorted(os.listdir(".")), sorted({*os.listdir("."), "t.json", "log", "r.html"}), "files")
            check(not [n for n in os.listdir(".") if re.search(r"\.\d+$", n)], "a file is left half done")


def main():
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")]
    failed = passed = 0
    for name, test in tests:
        if wanted not in name:
            continue
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            for file, text in SOURCES.items():
                with open(file, "w", encoding="utf-8") as stream:
                    stream.write(text)
            try:
                test()
                passed += 1
            except (Failure, KeyError, IndexError, ValueError, OSError, subprocess.TimeoutExpired) as failure:
                print(f"FAIL {name}: {failure if isinstance(failure, Failure) else repr(failure)}")
                failed += 1
            os.chdir("/")
    print(f"watch: {passed} passed, {failed} failed")
    return failed != 0 or passed == 0


sys.exit(main())
