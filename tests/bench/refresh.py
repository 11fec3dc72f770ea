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
import subprocess
import tempfile
import time

BUILD = pathlib.Path(os.environ["HEARSAY_BUILD"])
FEEDS, HOSTS, SILENT = 200, 10, 5


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
    fields = pathlib.Path("/proc/%d/stat" % pid).read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


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


def run(silent, work):
    """The times; and when the last of the 200 was answered, by program and kind."""
    times, spans = {}, {}
    for maker in (Hearsay, Newsboat):
        server = Server()
        reader = maker(work / ("%s-%d" % (maker.__name__, silent)), server.feeds(silent))
        server.report()
        for kind in ("cold", "changed", "unchanged"):
            if kind == "changed":
                server.tell("change")
            steps, out = reader.refresh()
            n, most, unchanged, span = server.report()
            times[maker, kind], spans[maker, kind] = steps, span / 1000
            print("%-20s %-10s %s  the 200 answered in %5.2f s  %d requests, at most %d under way to a host, "
                  "%d not modified  %s"
                  % (maker.name, kind, "  ".join("%s %6.2f s wall %6.2f s CPU" % (step, *took) for step, took in steps.items()),
                     span / 1000, n, most, unchanged, out), flush=True)
        server.process.stdin.close()
        server.process.wait()
    for kind in ("cold", "changed", "unchanged"):
        theirs = times[Newsboat, kind]["kept"]
        print("%-10s hearsay/newsboat: %s" % (kind, "; ".join(
            "%s wall %.2f, CPU %.2f" % (step, ours[0] / theirs[0], ours[1] / theirs[1])
            for step, ours in times[Hearsay, kind].items())), flush=True)
    return spans


def main():
    work = pathlib.Path(tempfile.mkdtemp(prefix="hearsay-bench-"))
    try:
        print("%d feeds on %d hosts" % (FEEDS, HOSTS))
        alone = run(0, work)
        print("the same, and %d hosts that never answer" % SILENT)
        beside = run(SILENT, work)
        for maker in (Hearsay, Newsboat):
            for kind in ("cold", "changed", "unchanged"):
                print("%-20s %-10s the last of the 200 was answered after %.2f s, without the silent hosts after %.2f s"
                      % (maker.name, kind, beside[maker, kind], alone[maker, kind]))
    finally:
        shutil.rmtree(work)


main()
