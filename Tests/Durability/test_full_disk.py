"""A disk that fills: what was acknowledged stays, and work goes on once there is space again."""

import json
import os
import shutil
import subprocess

import pytest
from blows import Blows, lift_limit
from server import ENCOUNTER, Browser, Server, verify
from stored import expect_whole


@pytest.mark.parametrize("limit", [1, 511, *range(4_000, 180_000, 7_919)])
def test_a_log_whose_files_may_not_grow_keeps_what_it_acknowledged(tmp_path, limit):
    """The write that reaches the limit is short, and the next one is refused."""
    blows = Blows(tmp_path, "--writers", "2", "--entries", "60", limit=limit)
    status, said = blows.wait()
    assert status == 1 and said or len(blows.acknowledged) == 60
    expect_whole(tmp_path, blows.acknowledged)


def fill(server):
    """Writes until the server refuses; what it kept, and what it answered then."""
    kept = []
    for _ in range(400):
        made = server.register()
        if not isinstance(made, str):
            return kept, made
        kept.append(made)
    raise AssertionError("the disk did not fill")


def expect_explained(server, code, words):
    """What happened and what to do is said to programs and people, in their language."""
    browser = Browser(server)
    browser.sign_in("olga")
    for language, wanted in words.items():
        status, _, text = server.ask("POST", "/api/encounters", ENCOUNTER, language=language)
        problem = json.loads(text)
        assert status == 503 and problem["code"] == code, text
        status, _, page = browser.post("/encounters", ENCOUNTER, language)
        assert status == 503
        assert "Ciudad Hidalgo" in page and "en balsa" in page, "what was written is gone"
        for said in (problem["title"], page):
            assert all(word in said for word in wanted), said


FULL = {"es": ["No se guardó lo que envió", "libere espacio"],
        "en": ["What you sent was not saved", "free some space"]}  # fmt: skip
FAILED = {"es": ["No podemos decir si se guardó", "revise si ya aparece"],
          "en": ["We cannot say whether", "look whether it is already there"]}  # fmt: skip


def expect_recovery(server, folder, kept):
    """Without a restart: reading never stopped, and writing works again."""
    kept.append(server.register())
    assert isinstance(kept[-1], str), kept[-1]
    _, _, text = server.ask("GET", "/api/encounters")
    assert {encounter["id"] for encounter in json.loads(text)["encounters"]} == set(kept)
    assert server.stop() == 0
    status, found = verify(folder)
    assert status == 0 and found["sound"], found


def test_a_server_whose_files_may_not_grow_says_so_and_recovers(folder):
    server = Server(folder, limit=150_000)
    server.sign_in("olga")
    kept, refused = fill(server)
    assert kept and server.ask("GET", "/api/encounters")[0] == 200
    assert refused[0] == 503
    expect_explained(server, "diskFailed", FAILED)
    lift_limit(server.process)
    expect_recovery(server, folder, kept)


@pytest.fixture
def small_disk(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("only root can mount a small disk; files that may not grow stand in for it")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_server_whose_disk_is_full_says_so_and_recovers(coalition, small_disk):
    folder = shutil.copytree(coalition, small_disk / "coalition")
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(500_000))
    server = Server(folder)
    server.sign_in("olga")
    kept, refused = fill(server)
    assert refused[0] == 503
    expect_explained(server, "diskFull", FULL)
    assert kept and server.ask("GET", "/api/encounters")[0] == 200
    ballast.unlink()
    expect_recovery(server, folder, kept)
