"""What refresh.sh measures.

A round is: cold (nothing known), changed (every feed has three new entries and an
edited one), unchanged (every answer is 304). Times are of the whole program,
start and end included; CPU is user and system.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
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
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    took = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done


class Hearsay:
    name = "hearsay"

    def __init__(self, here, urls):
        self.library = here / "library"
        self.urls = urls
        self.environment = dict(os.environ, GIO_USE_PROXY_RESOLVER="dummy", GIO_USE_VFS="local")
        subprocess.run([str(BUILD / "tests/support/refresh-helper"), str(self.library), "add", *urls], check=True,
                       stdout=subprocess.DEVNULL)

    def refresh(self):
        return measure([str(BUILD / "app/shell/hearsay"), "refresh", "--all", "--json", "--library", str(self.library)],
                       self.environment)


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
        return measure(["newsboat", "-u", str(self.here / "urls"), "-C", str(self.here / "config"), "-c",
                        str(self.here / "cache.db"), "-x", "reload"], self.environment)


def run(silent, work):
    figures = {}
    for maker in (Hearsay, Newsboat):
        server = Server()
        reader = maker(work / ("%s-%d" % (maker.__name__, silent)), server.feeds(silent))
        server.report()
        for kind in ("cold", "changed", "unchanged"):
            if kind == "changed":
                server.tell("change")
            wall, cpu, done = reader.refresh()
            n, most, unchanged, span = server.report()
            figures[maker, kind] = wall, cpu
            print("%-20s %-10s %6.2f s wall %6.2f s CPU  %6.2f s for the answers of the 200  %d requests, at most %d under way to a host, %d not modified  %s"
                  % (maker.name, kind, wall, cpu, span / 1000, n, most, unchanged, done.stdout.strip()), flush=True)
        server.process.stdin.close()
        server.process.wait()
    for kind in ("cold", "changed", "unchanged"):
        ours, theirs = figures[Hearsay, kind], figures[Newsboat, kind]
        print("%-10s hearsay/newsboat: wall %.2f, CPU %.2f" % (kind, ours[0] / theirs[0], ours[1] / theirs[1]))


def main():
    work = pathlib.Path(tempfile.mkdtemp(prefix="hearsay-bench-"))
    try:
        print("%d feeds on %d hosts" % (FEEDS, HOSTS))
        run(0, work)
        print("the same, and %d hosts that never answer" % SILENT)
        run(SILENT, work)
    finally:
        shutil.rmtree(work)


main()
