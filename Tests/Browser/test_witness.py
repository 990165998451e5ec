"""Witnesses as programs of their own: what they answer, what they never do, what a kill leaves."""

import base64
import hashlib
import http.client
import json
import random
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.request

import pytest
from conftest import ENLACE, run
from nacl.signing import SigningKey
from test_command_line import found

# A checkpoint of a log of ours, by the specifications alone.


def sha256(data):
    return hashlib.sha256(data).digest()


def b64(data):
    return base64.b64encode(data).decode()


def root(leaves):
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256(b"")
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return sha256(b"\x01" + root(leaves[:half]) + root(leaves[half:]))


def consistency(old, leaves, is_complete=True):
    """RFC 6962, section 2.1.2."""
    if old == len(leaves):
        return [] if is_complete else [root(leaves)]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    if old <= half:
        return consistency(old, leaves[:half], is_complete) + [root(leaves[half:])]
    return consistency(old - half, leaves[half:], False) + [root(leaves[:half])]


class Log:
    """A log's key, and two histories that part after some leaves."""

    def __init__(self, name="log.example/one", seed=b"\x07" * 32):
        self.name, self.key = name, SigningKey(seed)
        public = b"\x01" + bytes(self.key.verify_key)
        self.key_id = sha256(name.encode() + b"\n" + public)[:4]
        self.vkey = f"{name}+{self.key_id.hex()}+{b64(public)}"

    def leaves(self, size, fork=10**9):
        return [
            sha256(b"\x00" + f"{'entry' if i < fork else 'other'} {i}".encode())
            for i in range(size)
        ]

    def note(self, leaves):
        text = f"{self.name}\n{len(leaves)}\n{b64(root(leaves))}\n"
        signature = self.key.sign(text.encode()).signature
        return f"{text}\n\u2014 {self.name} {b64(self.key_id + signature)}\n"

    def request(self, old, leaves):
        lines = [b64(h) for h in (consistency(old, leaves) if old else [])]
        return "".join(f"{line}\n" for line in [f"old {old}", *lines, ""]) + self.note(leaves)


class Witness:
    """A witness that runs in a folder."""

    def __init__(self, folder, *keys, port=0):
        arguments = [part for key in keys for part in ("--log", key)]
        self.process = subprocess.Popen(
            [ENLACE, "witness", "run", "--folder", folder, *arguments, "--port", str(port)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        line = self.process.stdout.readline()
        assert line.startswith("Witness on http"), line
        self.address = line.split()[-1]

    def add(self, body, path="add-checkpoint"):
        data = body.encode() if isinstance(body, str) else body
        asked = urllib.request.Request(f"{self.address}/{path}", data=data)
        try:
            with urllib.request.urlopen(asked, timeout=20) as answer:
                return answer.status, answer.headers["Content-Type"], answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.headers["Content-Type"], error.read().decode()

    def end(self, how=signal.SIGINT):
        self.process.send_signal(how)
        return self.process.wait(30)


@pytest.fixture
def log(tmp_path):
    log = Log()
    log.file = tmp_path / "log.vkey"
    log.file.write_text(log.vkey + "\n")
    return log


@pytest.fixture
def folder(tmp_path):
    made = run("witness", "init", "--folder", tmp_path / "witness", "--name", "witness.example/w")
    assert made.returncode == 0, made.stderr
    assert made.stdout.startswith("witness witness.example/w witness.example/w+")
    return tmp_path / "witness"


def test_each_answer_has_the_status_of_the_specification(log, folder):
    witness = Witness(folder, log.file)
    five, seven = log.leaves(5), log.leaves(7)
    status, _, lines = witness.add(log.request(0, five))
    assert status == 200 and lines.startswith("\u2014 witness.example/w ")
    assert witness.add(log.request(5, seven).replace("old 5", "old 8"))[0] == 400
    assert witness.add("nonsense")[0] == 400
    assert witness.add(Log(seed=b"\x08" * 32).request(5, seven))[0] == 403
    assert witness.add(Log(name="log.example/two").request(5, seven))[0] == 404
    assert witness.add(log.request(0, seven)) == (409, "text/x.tlog.size", "5\n")
    assert witness.add(log.request(5, log.leaves(7, fork=2)))[0] == 422
    assert witness.add(b"x" * 100_000)[0] == 413
    assert witness.add(log.request(5, seven))[0] == 200
    digest = sha256(log.name.encode()).hex()
    with urllib.request.urlopen(f"{witness.address}/{digest}/checkpoint") as answer:
        assert answer.read().decode().startswith(f"{log.name}\n7\n")
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(f"{witness.address}/{'0' * 64}/checkpoint")
    assert witness.end() == 0


def test_the_evidence_of_a_fork_is_saved_and_convicts_the_log_and_nobody_else(log, folder):
    witness = Witness(folder, log.file)
    assert witness.add(log.request(0, log.leaves(5)))[0] == 200
    assert witness.add(log.request(5, log.leaves(9, fork=3)))[0] == 422
    witness.end()
    (file,) = (folder / "evidence").iterdir()
    held = run("verify", "evidence", file, "--key", log.file)
    assert held.returncode == 0 and "signed two histories" in held.stdout
    policy = folder.parent / "policy"
    policy.write_text(f"log {log.vkey}\nquorum none\n")
    assert run("verify", "evidence", file, "--key", policy).returncode == 0
    other = folder.parent / "other.vkey"
    other.write_text(Log(seed=b"\x08" * 32).vkey + "\n")
    refused = run("verify", "evidence", file, "--key", other)
    assert refused.returncode == 1 and "not signed by the key" in refused.stderr
    changed = folder.parent / "changed.txt"
    changed.write_text(file.read_text().replace("\n9\n", "\n8\n"))
    assert run("verify", "evidence", changed, "--key", log.file).returncode == 1


def test_one_folder_has_one_witness_and_one_that_lost_its_memory_does_not_start(log, folder):
    witness = Witness(folder, log.file)
    second = run("witness", "run", "--folder", folder, "--log", log.file, "--port", "0")
    assert second.returncode == 1 and "using the folder" in second.stderr
    witness.end()
    assert run("witness", "init", "--folder", folder, "--name", "w").returncode == 1
    (folder / "witness.sqlite").unlink()
    lost = run("witness", "run", "--folder", folder, "--log", log.file, "--port", "0")
    assert lost.returncode == 1 and "witness.sqlite" in lost.stderr


@pytest.mark.parametrize("seed", range(6))
def test_a_killed_witness_never_forgets_what_it_cosigned(log, folder, seed):
    chance = random.Random(seed)
    leaves, fork = log.leaves(400), log.leaves(400, fork=1)
    acknowledged = 0
    for _ in range(3):
        witness = Witness(folder, log.file)
        kill = threading.Timer(chance.uniform(0, 0.02), witness.process.kill)
        enough = acknowledged + chance.randint(1, 20)
        sent = acknowledged
        try:
            while True:
                sent += 1
                status, _, body = witness.add(log.request(acknowledged, leaves[:sent]))
                if status == 409:
                    # The last answer was lost with the kill; what was stored was not.
                    assert int(body) in (acknowledged, acknowledged + 1)
                    acknowledged, sent = int(body), int(body)
                    continue
                assert status == 200
                acknowledged = sent
                if acknowledged == enough:
                    kill.start()
        except (OSError, http.client.HTTPException):
            pass
        witness.process.wait(30)
    assert acknowledged > 2
    witness = Witness(folder, log.file)
    status, _, size = witness.add(log.request(0, fork[:3]))
    assert status == 409 and int(size) >= acknowledged
    for old in {0, 1, acknowledged, int(size)}:
        for new in {int(size), int(size) + 1, int(size) + 5}:
            assert witness.add(log.request(old, fork[:new]))[0] in (409, 422)
    assert witness.end() == 0


def test_a_coalition_publishes_with_three_of_four_witnesses_and_not_with_two(tmp_path):
    data = tmp_path / "data"
    assert found(data).returncode == 0
    key = data / "log.vkey"
    folders = [tmp_path / f"w{number}" for number in range(1, 5)]
    lines = [
        run("witness", "init", "--folder", folder, "--name", f"w.example/{folder.name}")
        .stdout.split()
        for folder in folders
    ]
    witnesses = [Witness(folder, key) for folder in folders]
    ports = [witness.address.split(":")[-1] for witness in witnesses]
    (data / "policy").write_text(
        f"log {key.read_text()}"
        + "".join(
            f"witness {folder.name} {line[2]} http://127.0.0.1:{port}/\n"
            for folder, line, port in zip(folders, lines, ports)
        )
        + "group agencies 3 w1 w2 w3 w4\nquorum agencies\n"
    )
    server = subprocess.Popen(
        [ENLACE, "serve", "--data", data, "--port", "0", "--rhythm", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    address = server.stdout.readline().split()[-1]

    def published():
        with urllib.request.urlopen(f"{address}/checkpoint") as answer:
            return answer.read().decode()

    def wait(condition):
        for _ in range(100):
            if condition(published()):
                return published()
            time.sleep(0.1)
        raise AssertionError(published())

    wait(lambda note: note.count("\u2014 w.example/") == 4)
    witnesses[3].end(signal.SIGKILL)
    wait(lambda note: note.count("\u2014 w.example/") == 3)
    witnesses[2].end(signal.SIGKILL)
    time.sleep(1.5)
    frozen = published()
    time.sleep(2.5)
    assert published() == frozen
    witnesses[2] = Witness(folders[2], key, port=ports[2])
    wait(lambda note: note != frozen and note.count("\u2014 w.example/") == 3)
    server.send_signal(signal.SIGINT)
    assert server.wait(30) == 0
    for witness in witnesses[:3]:
        assert witness.end() == 0
    report = json.loads(run("verify", "--data", data, "--json").stdout)
    assert report["sound"], report


def test_a_policy_that_cannot_hold_is_refused_in_words(tmp_path):
    data = tmp_path / "data"
    assert found(data).returncode == 0
    log = (data / "log.vkey").read_text()
    lines = [
        run("witness", "init", "--folder", tmp_path / name, "--name", name).stdout
        for name in ("one", "two")
    ]
    (data / "policy").write_text(
        f"log {log}{''.join(lines)}group both all one two\nquorum both\n"
    )
    refused = run("serve", "--data", data, "--port", "0")
    assert refused.returncode == 1
    assert "two agencies alone cannot" in refused.stderr and "4 witnesses can" in refused.stderr
    (data / "policy").write_text("quorum\n")
    broken = run("serve", "--data", data, "--port", "0")
    assert broken.returncode == 1 and "policy cannot be used, line 1" in broken.stderr
