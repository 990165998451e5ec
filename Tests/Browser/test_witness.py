"""Witnesses as programs of their own: what they answer, what they never do, what a kill leaves."""

import base64
import hashlib
import http.client
import json
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

import pytest
from conftest import ENLACE, ROOT, run
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


class Coalition:
    """A node with four witnesses, three of which are a quorum; the witnesses run, the node does not."""

    def __init__(self, folder):
        self.data = folder / "data"
        assert found(self.data).returncode == 0
        self.key = self.data / "log.vkey"
        self.folders = [folder / f"w{number}" for number in range(1, 5)]
        lines = [
            run("witness", "init", "--folder", own, "--name", f"w.example/{own.name}").stdout.split()
            for own in self.folders
        ]
        self.witnesses = [Witness(own, self.key) for own in self.folders]
        self.ports = [witness.address.split(":")[-1] for witness in self.witnesses]
        (self.data / "policy").write_text(
            f"log {self.key.read_text()}"
            + "".join(
                f"witness {own.name} {line[2]} http://127.0.0.1:{port}/\n"
                for own, line, port in zip(self.folders, lines, self.ports)
            )
            + "group agencies 3 w1 w2 w3 w4\nquorum agencies\n"
        )

    def serve(self):
        self.server = subprocess.Popen(
            [ENLACE, "serve", "--data", self.data, "--port", "0", "--rhythm", "1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.address = self.server.stdout.readline().split()[-1]

    def stop(self):
        self.server.send_signal(signal.SIGINT)
        assert self.server.wait(30) == 0

    def start_again(self, number):
        """A witness with the log's keys as its operator has them now."""
        self.witnesses[number] = Witness(
            self.folders[number], self.key, port=self.ports[number]
        )

    def published(self):
        with urllib.request.urlopen(f"{self.address}/checkpoint") as answer:
            return answer.read().decode()

    def wait(self, condition):
        for _ in range(100):
            if condition(self.published()):
                return self.published()
            time.sleep(0.1)
        raise AssertionError(self.published())

    def expect_frozen(self):
        time.sleep(1.5)
        frozen = self.published()
        time.sleep(2.5)
        assert self.published() == frozen
        return frozen


def cosignatures(note):
    return note.count("\u2014 w.example/")


def test_a_coalition_publishes_with_three_of_four_witnesses_and_not_with_two(tmp_path):
    coalition = Coalition(tmp_path)
    coalition.serve()
    coalition.wait(lambda note: cosignatures(note) == 4)
    coalition.witnesses[3].end(signal.SIGKILL)
    coalition.wait(lambda note: cosignatures(note) == 3)
    coalition.witnesses[2].end(signal.SIGKILL)
    frozen = coalition.expect_frozen()
    coalition.start_again(2)
    coalition.wait(lambda note: note != frozen and cosignatures(note) == 3)
    coalition.stop()
    for witness in coalition.witnesses[:3]:
        assert witness.end() == 0
    report = json.loads(run("verify", "--data", coalition.data, "--json").stdout)
    assert report["sound"], report


def test_a_log_changes_its_key_while_its_witnesses_run(tmp_path):
    coalition = Coalition(tmp_path)
    policy, old_policy = coalition.data / "policy", tmp_path / "old-policy"
    shutil.copy(policy, old_policy)
    shutil.copy(coalition.data / "checkpoint.key", tmp_path / "stolen.key")
    old = coalition.key.read_text().split()
    coalition.serve()
    before = coalition.wait(lambda note: cosignatures(note) == 4)
    coalition.stop()
    renewed = run("rotate-log-key", coalition.data)
    assert renewed.returncode == 0, renewed.stderr
    new = coalition.key.read_text().split()
    assert new[1:] == old and new[0] in renewed.stdout

    # No witness has the new key yet, so nothing is published; with two of them neither.
    coalition.serve()
    assert coalition.expect_frozen().splitlines()[1] == before.splitlines()[1]
    for number in (0, 1):
        assert coalition.witnesses[number].end() == 0
        coalition.start_again(number)
    assert coalition.expect_frozen().splitlines()[1] == before.splitlines()[1]
    assert coalition.witnesses[2].end() == 0
    coalition.start_again(2)
    after = coalition.wait(lambda note: note.splitlines()[1] != before.splitlines()[1])
    assert cosignatures(after) == 3
    lines = [line.split() for line in after.splitlines() if line.startswith("\u2014")]
    signers = {base64.b64decode(line[2])[:4].hex() for line in lines}
    assert new[0].split("+")[1] in signers and old[0].split("+")[1] not in signers

    # Whoever stole the old key gets nothing more from a witness that was told.
    seed = base64.b64decode((tmp_path / "stolen.key").read_text())
    log = Log(old[0].split("+")[0], seed)
    assert log.vkey == old[0]
    size = int(after.splitlines()[1])
    assert coalition.witnesses[0].add(log.request(size, log.leaves(size + 1)))[0] == 403

    # A stranger with the policy of before or of now checks what is served and what is exported.
    archive = tmp_path / "archive"
    assert run("record", "export", archive, "--data", coalition.data).returncode == 0
    for known in (old_policy, policy):
        for place in (coalition.address, archive):
            verified = run("verify", place, "--policy", known)
            assert verified.returncode == 0, verified.stdout + verified.stderr
        checked = subprocess.run(
            [sys.executable, "-m", "tlog", archive, known],
            cwd=ROOT / "Tests" / "Independent",
            capture_output=True,
            text=True,
        )
        assert checked.returncode == 0, checked.stdout + checked.stderr
    coalition.stop()
    for witness in coalition.witnesses:
        assert witness.end() == 0
    report = json.loads(run("verify", "--data", coalition.data, "--json").stdout)
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
