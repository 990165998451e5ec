"""Entries, as docs/entry-format.md describes them."""

import re
from dataclasses import dataclass

from .fault import expect
from .merkle import leaf_hash
from .note import verifies

ZERO = bytes(32)


@dataclass(frozen=True)
class Entry:
    """One signed fact: who, in which order, and commitments to what was sealed elsewhere."""

    id: bytes
    kind: str
    actor: bytes
    sequence: int
    previous: bytes
    checkpoint: bytes
    commitments: list[bytes]
    signature: bytes
    body: bytes

    @classmethod
    def decode(cls, data: bytes) -> "Entry":
        place = 0

        def take(count: int) -> bytes:
            nonlocal place
            expect(place + count <= len(data), "the entry ends too early")
            place += count
            return data[place - count : place]

        expect(take(1) == b"\x01", "the entry is of an unknown version")
        entry_id = take(16)
        kind = take(take(1)[0])
        expect(re.fullmatch(rb"[a-z0-9.-]{1,64}", kind), "the entry's kind is no kind")
        actor = take(32)
        sequence = int.from_bytes(take(8), "big")
        previous, checkpoint = take(32), take(32)
        commitments = [take(32) for _ in range(take(1)[0])]
        body = data[:place]
        signature = take(64)
        expect(place == len(data), "bytes follow the entry")
        expect(sequence > 0, "the entry's number is 0")
        expect((sequence == 1) == (previous == ZERO), "number and previous hash disagree")
        return cls(
            entry_id,
            kind.decode("ascii"),
            actor,
            sequence,
            previous,
            checkpoint,
            commitments,
            signature,
            body,
        )

    def is_signed(self, origin: str) -> bool:
        message = b"ledger-entry/v1\n" + origin.encode() + b"\n" + self.body
        return verifies(self.actor, self.signature, message)


class Actors:
    """How far each actor's entries have come."""

    def __init__(self):
        self._heads: dict[bytes, tuple[int, bytes]] = {}

    def follow(self, entry: Entry, data: bytes):
        """Raises a fault unless the entry is the actor's next."""
        sequence, head = self._heads.get(entry.actor, (0, ZERO))
        actor = entry.actor.hex()[:16]
        expect(
            entry.sequence == sequence + 1,
            f"actor {actor} has number {entry.sequence} after {sequence}",
        )
        expect(entry.previous == head, f"actor {actor} does not continue its previous entry")
        self._heads[entry.actor] = (entry.sequence, leaf_hash(data))
