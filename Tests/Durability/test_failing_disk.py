"""Each write, sync and rename of a log fails once, in turn, in every way that it can."""

import re
import shutil
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from blows import Blows
from stored import expect_whole

# Nothing but these changes what is on a disk; the standard output goes another way.
CALLS = ["pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "unlink"]
FAULTS = ["error=EIO", "error=ENOSPC", "signal=SIGKILL", "retval=0"]
WORK = ["--writers", "1", "--entries", "4"]

pytestmark = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")


def files_of(folder):
    """What strace is to look at: the log's files alone."""
    names = ["", "log.sqlite", "log.sqlite-wal", "log.sqlite-shm", "log.sqlite-journal"]
    return [word for name in names for word in ("-P", str(Path(folder) / name).rstrip("/"))]


def traced(folder, *expression, record="/dev/null"):
    return ["strace", "-f", "-qq", "-o", str(record), *files_of(folder), *expression]


def by_thread(call, record):
    """How many calls of a name each thread begins, in a record of strace."""
    threads = re.findall(rf"^(\d+)\s+{call}\(", record, re.MULTILINE)
    return Counter(threads).values()


@pytest.fixture(scope="module")
def counts(tmp_path_factory):
    """How often the work calls each of them when nothing fails."""
    folder, record = tmp_path_factory.mktemp("counted") / "log", tmp_path_factory.mktemp("r") / "r"
    blows = Blows(folder, *WORK, under=traced(folder, "-e", f"trace={','.join(CALLS)}", record=record))
    assert blows.wait()[0] == 0 and len(blows.acknowledged) == 4
    return {call: sum(by_thread(call, record.read_text())) for call in CALLS}


def test_the_work_writes_and_syncs_for_every_entry(counts):
    assert counts["pwrite64"] > 40 and counts["fdatasync"] + counts["fsync"] >= 6


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("call", CALLS)
def test_a_call_that_fails_loses_nothing_acknowledged(tmp_path, counts, call, fault):
    if fault == "retval=0" and call != "pwrite64":
        pytest.skip("only a write can be short")
    if counts[call] == 0:
        pytest.skip("the log makes no such call")

    def fail(number):
        folder = tmp_path / str(number)
        injection = f"inject={call}:{fault}:when={number}"
        record = tmp_path / f"{number}.calls"
        blows = Blows(folder, *WORK, under=traced(folder, "-e", injection, record=record))
        status, said = blows.wait()
        try:
            # strace counts the calls of each thread by themselves, and which thread makes how many of
            # them differs from run to run.
            calls = record.read_text()
            came = status < 0 or "INJECTED" in calls
            assert came or number > max(by_thread(call, calls), default=0), "the fault never came"
            assert status != 0 or len(blows.acknowledged) == 4, "it ended as if it were done"
            assert status in (0, 1) or fault == "signal=SIGKILL", f"status {status}: {said}"
            expect_whole(folder, blows.acknowledged)
        except Exception as error:
            return f"{injection}: {error}"
        return None

    with ThreadPoolExecutor(2) as pool:
        failures = [found for found in pool.map(fail, range(1, counts[call] + 1)) if found]
    assert failures == []
