"""What a store's file holds, read with Python's own SQLite from a copy."""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from blows import SEED
from programs import ENLACE, HAMMER, run
from tlog.archive import Archive
from tlog.entry import Actors, Entry
from tlog.policy import Policy

ORIGIN = "hammer.invalid/log"


def rows(folder, query):
    """A query on a copy, so that the file stays as the crash left it."""
    with tempfile.TemporaryDirectory() as copy:
        for file in Path(folder).glob("*.sqlite*"):
            shutil.copy(file, copy)
        files = list(Path(copy).glob("*.sqlite"))
        if not files:
            return []
        with closing(sqlite3.connect(files[0])) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            if not database.execute("SELECT 1 FROM sqlite_schema").fetchone():
                return []
            return database.execute(query).fetchall()


def expect_whole(folder, acknowledged):
    """Every acknowledged entry is there, nothing is half there, and the log is sound."""
    entries = rows(folder, "SELECT position, bytes FROM entry ORDER BY position")
    values = dict(rows(folder, "SELECT key, value FROM shelf WHERE space = 'hammer'"))
    actors, names = Actors(), []
    for place, (position, data) in enumerate(entries):
        assert position == place
        entry = Entry.decode(data)
        assert entry.is_signed(ORIGIN)
        actors.follow(entry, data)
        names.append(entry.id.hex())
        assert entry.commitments == [sha256(values.pop(entry.id)).digest()], "half an entry"
    assert values == {}, "values of entries that are not there"
    for position, name in acknowledged:
        assert position < len(names), f"entry {position} was acknowledged and is lost"
        assert names[position] == name, f"entry {position} is another one"
    expect_sound(folder, len(entries))


def expect_sound(folder, size):
    """The log opens again, and what it then publishes is sound for two verifiers."""
    with tempfile.TemporaryDirectory() as archive:
        exported = run(HAMMER, "export", folder, archive, "--seed", SEED)
        assert exported.returncode == 0, exported.stderr
        assert int(exported.stdout) == size
        policy = Path(folder) / "policy"
        report = Archive(archive, Policy.parse(policy.read_bytes())).verify()
        assert report.faults == [] and report.size == size
        verified = run(ENLACE, "verify", archive, "--policy", policy)
        assert verified.returncode == 0, verified.stdout + verified.stderr
