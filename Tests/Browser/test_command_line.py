"""The command line, as a newcomer and as somebody with a broken folder meet it."""

import json
import os
import shutil
import signal
import socket
import subprocess
import urllib.request

import pytest
from conftest import ENLACE, ROOT, run

PASSWORD = "una frase bastante larga"
SOURCE = ROOT.parent / "shared" / "telegrams" / "06MEXICO3423.txt"


def found(folder, password=PASSWORD):
    return run(
        "init",
        *["--data", folder, "--agency", "Casa del Puente", "--kind", "shelter"],
        *["--name", "Ana Ruiz", "--sign-in", "ana"],
        input=password + "\n",
    )


def start(*arguments):
    """Starts a server and gives it with what it printed until it was ready."""
    process = subprocess.Popen(
        [ENLACE, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    printed = ""
    for line in process.stdout:
        printed += line
        if "Ctrl-C" in line or "Serving on" in line:
            break
    return process, printed


def stop(process, how=signal.SIGINT):
    process.send_signal(how)
    return process.wait(30)


@pytest.mark.parametrize(
    "command",
    [["demo"], ["init"], ["serve"], ["verify"], ["record"], ["record", "export"], ["telegram"], ["telegram", "show"],
     ["witness"], ["witness", "init"], ["witness", "run"], ["verify", "evidence"],
     ["verify", "receipt"], ["rotate-log-key"], ["estimate"], ["estimate", "lists"],
     ["estimate", "repeated"]],
)
def test_every_command_explains_itself_with_an_example(command):
    helped = run(*command, "--help")
    assert helped.returncode == 0
    assert f"  enlace {' '.join(command)}" in helped.stdout
    lines = [line for line in helped.stdout.splitlines() if not line.startswith("USAGE")]
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete_the_commands(shell):
    script = run("--generate-completion-script", shell)
    assert script.returncode == 0
    assert "telegram" in script.stdout


def test_a_coalition_is_founded_served_and_verified(tmp_path):
    folder = tmp_path / "coalition"
    assert found(folder).returncode == 0
    assert os.stat(folder).st_mode & 0o777 == 0o700
    assert os.stat(folder / "checkpoint.key").st_mode & 0o777 == 0o600
    process, printed = start("serve", "--data", folder, "--port", "0")
    assert "http://127.0.0.1:" in printed
    second = run("serve", "--data", folder, "--port", "0")
    assert second.returncode == 1 and "using the folder" in second.stderr
    assert run("verify", "--data", folder).returncode == 0
    assert stop(process) == 0
    assert run("verify", "--data", folder).returncode == 0
    journal = folder / "enlace.sqlite-wal"
    assert not journal.exists() or journal.stat().st_size == 0, "one whole file is left"


def test_a_record_is_exported_beside_a_server(tmp_path):
    folder, public = tmp_path / "coalition", tmp_path / "public"
    assert found(folder).returncode == 0
    process, _ = start("serve", "--data", folder, "--port", "0")
    first = run("record", "export", public, "--data", folder)
    assert stop(process) == 0
    assert first.returncode == 0, first.stderr
    size = int((public / "checkpoint").read_text().splitlines()[1])
    assert first.stdout.endswith(f"Entries: {size}\n")
    assert (public / "tile" / "entries" / "000.p" / str(size)).stat().st_size > 0
    assert (public / "tile" / "0" / "000.p" / str(size)).stat().st_size == 32 * size
    assert run("record", "export", public, "--data", folder).returncode == 0


def test_a_stranger_checks_the_record_at_its_address(demo, tmp_path):
    policy = tmp_path / "policy"
    with urllib.request.urlopen(demo.address + "/policy") as answer:
        policy.write_bytes(answer.read())
    sound = run("verify", demo.address, "--policy", policy)
    assert sound.returncode == 0 and "whole and in order" in sound.stdout, sound.stderr
    assert "no boxes here" in sound.stdout, "what could not be checked there is said"
    wrong = run("verify", demo.address + "/help", "--policy", policy)
    assert wrong.returncode == 1 and wrong.stdout + wrong.stderr
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{taken.getsockname()[1]}"
        spanish = {**os.environ, "LC_ALL": "es_MX.UTF-8"}
        assert f"Nobody answers at {nobody}" in run("verify", nobody, "--policy", policy).stderr
        silent = run("verify", nobody, "--policy", policy, env=spanish)
        assert silent.returncode == 1 and f"Nadie responde en {nobody}" in silent.stderr


def test_an_export_that_cannot_be_says_why(tmp_path):
    folder, other = tmp_path / "coalition", tmp_path / "other"
    assert found(folder).returncode == 0 and found(other).returncode == 0
    into_data = run("record", "export", other, "--data", folder)
    assert into_data.returncode == 1 and "something else" in into_data.stderr
    public = tmp_path / "public"
    assert run("record", "export", public, "--data", other).returncode == 0
    spanish = {**os.environ, "LC_ALL": "es_MX.UTF-8"}
    another = run("record", "export", public, "--data", folder, env=spanish)
    assert another.returncode == 1 and "no está firmado" in another.stderr
    tile = next((public / "tile" / "0" / "000.p").iterdir())
    tile.write_bytes(tile.read_bytes()[::-1])
    differs = run("record", "export", public, "--data", other)
    assert differs.returncode == 1 and "was changed" in differs.stderr


def test_a_weak_password_makes_nothing(tmp_path):
    refused = found(tmp_path / "coalition", password="short")
    assert refused.returncode == 1
    assert "12 characters" in refused.stderr
    assert not (tmp_path / "coalition").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("keep me")
    for refused in [found(tmp_path), run("demo", "--data", tmp_path)]:
        assert refused.returncode == 1
        assert "not empty" in refused.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_errors_come_in_the_language_of_the_terminal(tmp_path):
    absent = tmp_path / "absent"
    spanish = run("verify", "--data", absent, env={**os.environ, "LC_ALL": "es_MX.UTF-8"})
    english = run("verify", "--data", absent, env={**os.environ, "LC_ALL": "C"})
    assert "No existe la carpeta" in spanish.stderr
    assert "There is no folder" in english.stderr


def test_a_port_in_use_is_said_plainly():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        refused = run("demo", "--port", port)
    assert refused.returncode == 1
    assert f"Port {port} is in use" in refused.stderr


def test_stopping_the_demonstration_removes_its_folder(tmp_path):
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    process = subprocess.Popen(
        [ENLACE, "demo", "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    for line in process.stdout:
        if "Ctrl-C" in line:
            break
    assert list(tmp_path.glob("enlace-demo-*"))
    assert stop(process) == 0
    assert not list(tmp_path.glob("enlace-demo-*"))


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=["stopped", "killed"])
def test_no_invented_name_lies_in_the_folder(tmp_path, how):
    names = run("demo", "--names").stdout.splitlines()
    assert len(names) > 10
    folder = tmp_path / "data"
    process, _ = start("demo", "--data", folder, "--port", "0")
    stop(process, how)
    files = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert any("Albergue Casa del Puente".encode() in content for content in files.values())
    for name in names:
        for spelling in [name.encode(), name.encode("utf-16-le"), json.dumps(name).encode()]:
            for file, content in files.items():
                assert spelling.strip(b'"') not in content, f"{name} lies in {file}"
    assert run("verify", "--data", folder).returncode == 0


def test_a_killed_server_loses_nothing_and_serves_again(tmp_path):
    folder = tmp_path / "data"
    process, _ = start("demo", "--data", folder, "--port", "0")
    before = json.loads(run("verify", "--json", "--data", folder).stdout)
    stop(process, signal.SIGKILL)
    after = json.loads(run("verify", "--json", "--data", folder).stdout)
    assert after["sound"] and after["root"] == before["root"]
    # The demonstration's witnesses ended with it.
    (folder / "policy").unlink()
    process, printed = start("serve", "--data", folder, "--port", "0")
    assert "http://" in printed
    assert stop(process) == 0


def test_a_log_that_lost_its_end_is_not_served(tmp_path):
    folder = tmp_path / "data"
    process, _ = start("demo", "--data", folder, "--port", "0")
    stop(process, signal.SIGKILL)
    journal = folder / "enlace.sqlite-wal"
    journal.write_bytes(journal.read_bytes()[: journal.stat().st_size // 2])
    (folder / "enlace.sqlite-shm").unlink()
    (folder / "policy").unlink()
    verified = run("verify", "--data", folder)
    assert verified.returncode == 1 and "Missing from the disk" in verified.stdout
    served = run("serve", "--data", folder, "--port", "0")
    assert served.returncode == 1 and "does not hold together" in served.stderr


def test_what_is_no_telegram_is_refused_with_its_place(tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear friend,\nall is well.\n")
    for refused in [run("telegram", "show", letter), run("demo", "--telegram", letter)]:
        assert refused.returncode == 1
        assert "not a telegram" in refused.stderr and "line 1" in refused.stderr


def test_the_retelling_is_read_like_the_original():
    shown = run("telegram", "show", "--json", ROOT / "Samples" / "06MEXICO3423-retold.txt")
    telegram = json.loads(shown.stdout)
    assert telegram["reference"] == "06MEXICO3423"
    assert telegram["dateTime"] == "2006-06-21T19:31:00Z"
    assert [paragraph["number"] for paragraph in telegram["paragraphs"]] == [1, 2, 3, 4, 5, 6]


@pytest.mark.skipif(not SOURCE.exists(), reason="../shared/telegrams is absent")
def test_the_demonstration_takes_the_source_document(tmp_path):
    folder = tmp_path / "data"
    process, printed = start(
        "demo", "--data", folder, "--port", "0", "--telegram", SOURCE
    )
    assert "http://" in printed
    assert stop(process) == 0


def test_the_program_is_alone_in_what_it_needs(tmp_path):
    """It runs from another folder, without its sources beside it."""
    copy = tmp_path / "enlace"
    shutil.copy(ENLACE, copy)
    shown = subprocess.run(
        [copy, "demo", "--names"], capture_output=True, text=True, cwd=tmp_path
    )
    assert shown.returncode == 0 and shown.stdout
