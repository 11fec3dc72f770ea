"""What refresh.sh measures.

A round is: cold (nothing known), changed (every feed has three new entries and an
edited one), unchanged (every answer is 304). CPU is user and system.

"kept": from the start of the program until all that came is kept, and can be listed,
searched and read, which is as far as newsboat goes. "analysed": to the end of the
program, with all names, statements and stories found. The program draws a bar on a
terminal; when the line comes that it reads articles the first of the two is over.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
import pty
import resource
import shutil
import statistics
import subprocess
import tempfile
import time

BUILD = pathlib.Path(os.environ["HEARSAY_BUILD"])
FEEDS, HOSTS, SILENT = 200, 10, 5
ROUNDS = int(os.environ.get("HEARSAY_ROUNDS", "5"))
KINDS = ("cold", "changed", "unchanged")


class Server:
    def __init__(self):
        self.process = subprocess.Popen([str(BUILD / "tests/bench/refresh-server")], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())

    def tell(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def report(self):
        self.tell("report")
        return [int(word) for word in self.process.stdout.readline().split()]

    def feeds(self, silent):
        urls = ["http://127.0.0.%d:%d/%d" % (i % HOSTS + 1, self.port, i) for i in range(FEEDS)]
        for i in range(silent):  # among the others, not at their end
            urls.insert(i * 40, "http://127.0.0.%d:%d/never" % (HOSTS + 1 + i, self.port))
        return urls


def measure(command, environment):
    """Seconds, CPU seconds, and what was printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    took = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout.strip()


def spent(pid):
    """Of a process and those it started, whether they have ended or not."""
    try:
        fields = pathlib.Path("/proc/%d/stat" % pid).read_text().rsplit(")", 1)[1].split()
        children = [word for task in pathlib.Path("/proc/%d/task" % pid).iterdir()
                    for word in (task / "children").read_text().split()]
    except FileNotFoundError:  # it ended meanwhile
        return 0
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK") + sum(spent(int(child)) for child in children)


def measure_steps(command, environment):
    """The same twice: until the line that articles are read, and to the end."""
    ours, theirs = pty.openpty()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=theirs, text=True)
    os.close(theirs)
    kept, tail = None, b""
    while True:
        try:
            data = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if kept is None and b" Reading " in tail + data:
            kept = time.monotonic() - began, spent(process.pid)
        tail = data[-16:]
    out = process.stdout.read()
    process.wait()
    took = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    os.close(ours)
    return kept or (took, cpu), (took, cpu), out.strip()


class Hearsay:
    name = "hearsay"

    def __init__(self, here, urls):
        self.library = here / "library"
        self.urls = urls
        self.environment = dict(os.environ, GIO_USE_PROXY_RESOLVER="dummy", GIO_USE_VFS="local")
        subprocess.run([str(BUILD / "tests/support/refresh-helper"), str(self.library), "add", *urls], check=True,
                       stdout=subprocess.DEVNULL)

    def refresh(self):
        kept, analysed, out = measure_steps([str(BUILD / "app/shell/hearsay"), "refresh", "--all", "--json", "--library",
                                             str(self.library)], self.environment)
        return {"kept": kept, "analysed": analysed}, out


class Newsboat:
    name = "newsboat, 8 threads"

    def __init__(self, here, urls):
        self.here = here
        here.mkdir()
        (here / "urls").write_text("\n".join(urls) + "\n")
        (here / "config").write_text("reload-threads 8\nauto-reload no\ndownload-timeout 20\ndownload-retries 1\n"
                                     "use-proxy no\nerror-log %s\n" % (here / "log"))
        self.environment = dict(os.environ, HOME=str(here), TERM="dumb")

    def refresh(self):
        took, cpu, out = measure(["newsboat", "-u", str(self.here / "urls"), "-C", str(self.here / "config"), "-c",
                                  str(self.here / "cache.db"), "-x", "reload"], self.environment)
        return {"kept": (took, cpu)}, out


def one(maker, silent, here):
    """The three rounds of one program: their times, and when the last of the 200 was answered."""
    server = Server()
    reader = maker(here, server.feeds(silent))
    server.report()
    times, spans = {}, {}
    for kind in KINDS:
        if kind == "changed":
            server.tell("change")
        times[kind], out = reader.refresh()
        n, most, unchanged, span = server.report()
        spans[kind] = span / 1000
        print("%-20s %-10s %s  the 200 answered in %5.2f s  %d requests, at most %d under way to a host, "
              "%d not modified  %s"
              % (maker.name, kind, "  ".join("%s %6.2f s wall %6.2f s CPU" % (step, *took)
                                             for step, took in times[kind].items()),
                 spans[kind], n, most, unchanged, out), flush=True)
    server.process.stdin.close()
    server.process.wait()
    return times, spans


def ratios(ours, theirs):
    """Of each step to newsboat's keeping: wall and CPU."""
    return {step: (took[0] / theirs["kept"][0], took[1] / theirs["kept"][1]) for step, took in ours.items()}


def run(silent, rounds, work):
    """Both programs in turn, the first of them by turns too; the medians of their ratios
    are printed, and of when the last of the 200 was answered returned."""
    found, answered = {kind: [] for kind in KINDS}, {}
    for n in range(rounds):
        times = {}
        for maker in (Hearsay, Newsboat) if n % 2 == 0 else (Newsboat, Hearsay):
            times[maker], spans = one(maker, silent, work / ("%s-%d-%d" % (maker.__name__, silent, n)))
            for kind in KINDS:
                answered.setdefault((maker, kind), []).append(spans[kind])
        for kind in KINDS:
            found[kind].append(ratios(times[Hearsay][kind], times[Newsboat][kind]))
    for kind in KINDS:
        print("%-10s hearsay/newsboat, of %d rounds: %s" % (kind, rounds, "; ".join(
            "%s wall %s, CPU %s" % (step, *(spread([each[step][i] for each in found[kind]]) for i in (0, 1)))
            for step in found[kind][0])), flush=True)
    return {key: statistics.median(values) for key, values in answered.items()}


def spread(values):
    return "%.2f (%.2f to %.2f)" % (statistics.median(values), min(values), max(values))


def main():
    work = pathlib.Path(tempfile.mkdtemp(prefix="hearsay-bench-"))
    try:
        print("%d feeds on %d hosts" % (FEEDS, HOSTS))
        alone = run(0, ROUNDS, work)
        print("the same, and %d hosts that never answer" % SILENT)
        beside = run(SILENT, 1, work)
        for maker in (Hearsay, Newsboat):
            for kind in KINDS:
                print("%-20s %-10s the last of the 200 was answered after %.2f s, without the silent hosts after %.2f s"
                      % (maker.name, kind, beside[maker, kind], alone[maker, kind]))
    finally:
        shutil.rmtree(work)


main()
