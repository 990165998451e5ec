"""A log as a folder of files: every tile, bundle, checkpoint and entry in it is checked."""

import re
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from . import decimal, merkle, tiles
from .checkpoint import Checkpoint
from .entry import ZERO, Actors, Entry
from .fault import Fault, expect
from .logkeys import KIND, LogKeys, Renewal
from .note import Note
from .policy import Judged, Policy


@dataclass
class Report:
    """What was found; nothing wrong, or each fault in words."""

    size: int = 0
    root: bytes = merkle.EMPTY_ROOT
    notes: int = 0
    faults: list[str] = field(default_factory=list)
    judged: Judged | None = None

    def attempt(self, action, *arguments):
        """Does a step and takes down what is wrong with it; `None` then."""
        try:
            return action(*arguments)
        except Fault as fault:
            self.faults.append(str(fault))
        return None


class Archive:
    """An exported folder."""

    def __init__(self, folder: Path, policy: Policy):
        self._folder = Path(folder)
        self._policy = policy
        self._seen: set[str] = set()

    def verify(self) -> Report:
        report = Report()
        note = report.attempt(self._read, "checkpoint")
        self._keys = None if note is None else report.attempt(self._log_keys, note)
        if not self._keys:
            return report
        renamed = [key for key in self._keys.all if key not in self._policy.logs]
        self._policy = replace(self._policy, logs=self._policy.logs + renamed)
        judged = report.attempt(self._policy.judge, note)
        if not judged:
            return report
        report.judged = judged
        report.size, report.root = judged.checkpoint.size, judged.checkpoint.root
        entries = self._entries(report)
        notes = self._notes(report, note)
        published = self._check_roots(report, entries, notes)
        self._check_entries(report, entries, published)
        self._check_strangers(report)
        return report

    def _read(self, path: str) -> bytes:
        self._seen.add(path)
        try:
            return (self._folder / path).read_bytes()
        except OSError as error:
            raise Fault(f"{path} cannot be read") from error

    def _log_keys(self, note: bytes) -> LogKeys:
        """Follows the entries that renew the log's key, before it is known who signed the note."""
        claimed = Checkpoint.parse(Note.parse(note).text)
        trusted = self._policy.keys_of(claimed.origin)
        expect(trusted, f"{claimed.origin[:80]!r} is no log of the policy")
        renewals = []
        for start in range(0, claimed.size, tiles.WIDTH):
            width = min(tiles.WIDTH, claimed.size - start)
            address = tiles.Address(tiles.ENTRIES, start // tiles.WIDTH, width)
            try:
                found = self._bundle(address, self._read(str(address)))
            except Fault:
                # Nobody has vouched for the size, so it is read no further.
                break
            for position, data in enumerate(found, start):
                try:
                    entry = Entry.decode(data)
                    if entry.kind == KIND:
                        renewals.append(Renewal.read(entry, position, claimed.origin))
                except Fault:
                    # Said of the entry when all of them are checked.
                    continue
        return LogKeys(renewals, trusted[0])

    def _entries(self, report: Report) -> list[bytes]:
        """The bundles' entries, once every hash tile above them has been computed anew."""
        entries: list[bytes] = []
        for address in tiles.tiles_of("entries", report.size):
            data = report.attempt(self._read, str(address))
            found = report.attempt(self._bundle, address, data) if data is not None else None
            entries += found if found is not None else [b""] * address.width
        level, hashes = 0, [merkle.leaf_hash(entry) for entry in entries]
        while hashes:
            for address in tiles.tiles_of(str(level), len(hashes)):
                start = address.index * tiles.WIDTH
                expected = hashes[start : start + address.width]
                report.attempt(self._check_tile, address, expected)
            full = range(0, len(hashes) // tiles.WIDTH * tiles.WIDTH, tiles.WIDTH)
            hashes = [merkle.root(hashes[start : start + tiles.WIDTH]) for start in full]
            level += 1
        return entries

    @staticmethod
    def _bundle(address: tiles.Address, data: bytes) -> list[bytes]:
        try:
            return tiles.bundle(data, address.width)
        except Fault as fault:
            raise Fault(f"{address}: {fault}") from fault

    def _check_tile(self, address: tiles.Address, expected: list[bytes]):
        found = tiles.hashes(self._read(str(address)), address.width)
        for place, (one, other) in enumerate(zip(found, expected)):
            expect(one == other, f"{address}: hash {place} is not that of what lies below")

    def _notes(self, report: Report, last: bytes) -> list[bytes]:
        """Every published note in order; the newest is apart, and may be among them."""
        notes: list[bytes] = []
        counted = report.attempt(self._read, "checkpoints/count")
        if counted is not None:
            report.notes = report.attempt(self._count, counted) or 0
        for address in tiles.tiles_of(tiles.CHECKPOINTS, report.notes):
            data = report.attempt(self._read, str(address))
            found = report.attempt(self._bundle, address, data) if data is not None else None
            notes += found or []
        return notes if last in notes[-1:] else notes + [last]

    @staticmethod
    def _count(data: bytes) -> int:
        expect(data.endswith(b"\n"), "the number of notes does not end with a line feed")
        count = decimal.parse(data[:-1].decode("ascii", "replace"))
        # Nobody vouches for this number alone, and it must not keep a reader busy for ever.
        expect(count <= 1 << 24, f"{count} notes are more than are read")
        return count

    def _check_roots(self, report: Report, entries: list[bytes], notes: list[bytes]):
        """Each note satisfies the policy, continues the one before, and is of this tree.

        Gives what was judged, by the digest that entries cite it with.
        """
        tree, published, was_quorate = merkle.GrowingTree(), {}, False
        for place, note in enumerate(notes):
            judged = report.attempt(self._judge_note, place, note, tree.size)
            if not judged:
                continue
            if judged.log_keys != [self._keys.of_size(judged.checkpoint.size)]:
                report.faults.append(f"note {place}: not signed by the key whose turn it was")
            # A policy can be younger than the log: what was published before it needs no quorum.
            if was_quorate and not judged.is_quorate:
                report.faults.append(f"note {place}: too few witnesses have cosigned")
            was_quorate = was_quorate or judged.is_quorate
            checkpoint = judged.checkpoint
            for entry in entries[tree.size : checkpoint.size]:
                tree.append(merkle.leaf_hash(entry))
            if checkpoint.size != tree.size or checkpoint.root != tree.root:
                report.faults.append(f"note {place}: its root is not that of the entries")
            published.setdefault(sha256(note).digest(), judged)
        return published

    def _judge_note(self, place: int, note: bytes, least: int) -> Judged:
        try:
            judged = self._policy.read(note)
        except Fault as fault:
            raise Fault(f"note {place}: {fault}") from fault
        expect(judged.checkpoint.size >= least, f"note {place} is of a smaller tree")
        return judged

    def _check_entries(self, report: Report, entries: list[bytes], published: dict[bytes, Judged]):
        origin = report.judged.checkpoint.origin
        covering = iter(published.values())
        cover = next(covering, None)
        actors = Actors()
        for position, data in enumerate(entries):
            while cover and cover.checkpoint.size <= position:
                cover = next(covering, None)
            try:
                entry = Entry.decode(data)
                expect(entry.is_signed(origin), "the signature is wrong")
                actors.follow(entry, data)
                self._check_renewal(entry, position, origin)
                self._check_citation(entry, position, published, cover)
            except Fault as fault:
                report.faults.append(f"entry {position}: {fault}")

    def _check_renewal(self, entry: Entry, position: int, origin: str):
        if entry.kind == KIND:
            renewal = Renewal.read(entry, position, origin)
            expect(renewal in self._keys.links, "it renews the log's key out of turn")

    def _check_citation(self, entry: Entry, position: int, published: dict, cover: Judged | None):
        if entry.checkpoint == ZERO:
            return
        expect(entry.checkpoint in published, "it cites no published note")
        cited = published[entry.checkpoint]
        expect(cited.checkpoint.size <= position, "it cites a note that covers it")
        after = self._policy.surely_after(cited)
        before = cover and self._policy.surely_before(cover)
        expect(not after or not before or after <= before, f"made after {after} and before {before}")

    def _check_strangers(self, report: Report):
        """Nothing else lies there, but for partial tiles of earlier sizes, which must agree."""
        files = [path for path in sorted(self._folder.rglob("*")) if path.is_file()]
        for path in (str(path.relative_to(self._folder)) for path in files):
            if path not in self._seen and path.startswith(("tile/", "checkpoints/")):
                report.attempt(self._check_outgrown, path)

    def _check_outgrown(self, path: str):
        address = tiles.parse(path)
        due = (tiles.parse(seen) for seen in self._seen if re.search(r"/x?\d{3}", seen))
        later = [
            one
            for one in due
            if (one.kind, one.index) == (address.kind, address.index) and one.width > address.width
        ]
        expect(later, f"{path} does not belong to the log")
        whole, part = self._read(str(later[0])), self._read(path)
        if address.kind in (tiles.ENTRIES, tiles.CHECKPOINTS):
            expected = tiles.bundle(whole)[: address.width]
            expect(tiles.bundle(part) == expected, f"{path} differs from {later[0]}")
        else:
            expect(part == whole[: 32 * address.width], f"{path} differs from {later[0]}")
