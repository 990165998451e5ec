"""A server that is killed, or whose disk fails: nothing acknowledged is lost, nothing half done shown."""

import json
import random
import shutil
import signal
import threading
import time

import pytest
from server import Server, verify

def listed(server):
    status, _, text = server.ask("GET", "/api/encounters")
    assert status == 200, text
    return [encounter["id"] for encounter in json.loads(text)["encounters"]]


def expect_all(server, acknowledged):
    """Each acknowledged encounter, and each that is listed, can be read whole."""
    newest = listed(server)
    for encounter in {*acknowledged, *newest}:
        status, _, text = server.ask("GET", f"/api/encounters/{encounter}")
        assert status == 200 and json.loads(text)["encounter"]["account"], text


def expect_sound(folder):
    status, found = verify(folder)
    assert status == 0 and found["sound"], found


@pytest.mark.parametrize("seed", range(5))
def test_a_killed_server_has_everything_that_it_acknowledged(folder, seed):
    """Four clients write until it is killed, four times; the seed says when."""
    chance = random.Random(seed)
    acknowledged = []

    def write(server):
        while isinstance(made := server.register(), str):
            acknowledged.append(made)

    for _ in range(4):
        server = Server(folder)
        server.sign_in("olga")
        expect_all(server, acknowledged)
        clients = [threading.Thread(target=write, args=(server,)) for _ in range(4)]
        for client in clients:
            client.start()
        time.sleep(chance.uniform(0, 0.25))
        server.kill()
        for client in clients:
            client.join()
        expect_sound(folder)
    assert acknowledged, "it was never let come so far"
    server = Server(folder)
    server.sign_in("olga")
    expect_all(server, acknowledged)
    assert server.stop() == 0


FAULTS = [
    (call, fault)
    for call in ["pwrite64", "fdatasync", "rename"]
    for fault in ["error=EIO", "error=ENOSPC", "signal=SIGKILL"]
]


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
@pytest.mark.parametrize(("call", "fault"), FAULTS)
def test_a_server_whose_disk_fails_once_says_so_and_goes_on(folder, call, fault):
    # Counted for each thread apart, so more than one request can meet it.
    number = random.Random(f"{call} {fault}").randint(1, {"pwrite64": 30, "fdatasync": 3}.get(call, 1))
    database = str(folder / "enlace.sqlite")
    paths = [database, f"{database}-wal"]
    # Nothing but the kept checkpoint is renamed, from a name that nobody knows before.
    watched = [] if call == "rename" else [word for path in paths for word in ("-P", path)]
    injection = f"inject={call}:{fault}:when={number}"
    under = ["strace", "-D", "-f", "-qq", "-o", "/dev/null", *watched, "-e", injection]
    try:
        server = Server(folder, under=under)
    except RuntimeError as error:
        # The fault came while it opened the folder: it says so and serves nothing.
        assert "signal" in fault or "coalition" in str(error), error
        return expect_sound(folder)
    server.sign_in("olga")
    acknowledged, failed = [], []
    for _ in range(20):
        made = server.register()
        (acknowledged if isinstance(made, str) else failed).append(made)
    if fault == "signal=SIGKILL":
        server.process.wait(30)
        assert failed, "it was not killed"
    else:
        assert len(failed) < 10, "one fault on each thread stopped more requests than that"
        assert all(answer[0] == 503 for answer in failed), failed
        expect_all(server, acknowledged)
        assert len(listed(server)) == len(acknowledged), "what failed is shown as if it were there"
        server.stop()
    expect_sound(folder)
    server = Server(folder)
    server.sign_in("olga")
    expect_all(server, acknowledged)
    assert server.stop(signal.SIGTERM) == 0
