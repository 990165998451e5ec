"""A program that is killed and starved, and what it acknowledged."""

import os
import resource
import signal
import subprocess
import threading

from programs import HAMMER

SEED = 1


def limited_to(size):
    """For a child: no file may grow past a size, and a write that would comes back with an error.

    Only the soft limit is set, so that it can be lifted while the program runs.
    """

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    return limit


def lift_limit(process):
    unlimited = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, unlimited)


class Blows:
    """A hammer at work on a folder, and the entries that it was told are durable."""

    def __init__(self, folder, *arguments, under=(), limit=None):
        self.acknowledged: list[tuple[int, str]] = []
        self._process = subprocess.Popen(
            [*under, str(HAMMER), "append", str(folder), "--seed", str(SEED), *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=limited_to(limit) if limit else None,
        )
        self.process = self._process
        self.is_ready = threading.Event()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self):
        for line in self._process.stdout:
            if line == "ready\n":
                self.is_ready.set()
            elif line.endswith("\n"):
                position, name = line.split()
                self.acknowledged.append((int(position), name))
        self.is_ready.set()

    def kill(self):
        self._process.send_signal(signal.SIGKILL)
        return self.wait()

    def wait(self):
        """The exit status and what was said on the standard error."""
        self._reader.join(120)
        said = self._process.stderr.read()
        self._process.stderr.close()
        self._process.stdout.close()
        return self._process.wait(120), said


def environment(language="en"):
    return {**os.environ, "LC_ALL": {"en": "C", "es": "es_MX.UTF-8"}[language]}
