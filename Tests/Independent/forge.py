"""A log written by Python from the formats alone, by somebody who holds every key.

Whatever is changed is signed and hashed again, so that only the rules between the parts can show it.
"""

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from nacl.signing import SigningKey

from tlog import base64, merkle, tiles
from tlog.entry import ZERO
from tlog.note import COSIGNATURE, ED25519, Key

ORIGIN = "forge.invalid/log"


def key(number: int) -> SigningKey:
    return SigningKey(bytes([number]) * 32)


LOG = key(1)
WITNESSES = {f"w{number}": key(10 + number) for number in (1, 2, 3)}


def note_key(name: str, kind: int, secret: SigningKey) -> Key:
    return Key(name, kind, bytes(secret.verify_key))


def policy(quorum: int) -> str:
    lines = [f"log {note_key(ORIGIN, ED25519, LOG)}"]
    for name, secret in WITNESSES.items():
        lines.append(f"witness {name} {note_key(f'{name}.invalid', COSIGNATURE, secret)}")
    lines.append(f"group all-of-them {quorum or 1} {' '.join(WITNESSES)}")
    lines.append("quorum all-of-them" if quorum else "quorum none")
    return "\n".join(lines) + "\n"


def signature_line(name: str, kind: int, secret: SigningKey, blob: bytes) -> str:
    return f"\u2014 {name} {base64.encode(note_key(name, kind, secret).id + blob)}\n"


def signed_note(text: str, time: int, witnesses=tuple(WITNESSES), log: SigningKey = LOG) -> bytes:
    lines = signature_line(ORIGIN, ED25519, log, log.sign(text.encode()).signature)
    for name in witnesses:
        message = f"cosignature/v1\ntime {time}\n{text}".encode()
        blob = time.to_bytes(8, "big") + WITNESSES[name].sign(message).signature
        lines += signature_line(f"{name}.invalid", COSIGNATURE, WITNESSES[name], blob)
    return f"{text}\n{lines}".encode()


@dataclass
class Draft:
    """An entry before it is signed; what is `None` is filled in as it should be."""

    actor: int
    kind: str = "forge.sample"
    sequence: int | None = None
    previous: bytes | None = None
    checkpoint: bytes | None = None
    id: bytes | None = None
    public: bytes | None = None
    signer: int | None = None


@dataclass
class Forged:
    """Entries and published notes, each signed when it is added."""

    entries: list[bytes] = field(default_factory=list)
    notes: list[bytes] = field(default_factory=list)
    time: int = 1_700_000_000
    _heads: dict[int, tuple[int, bytes]] = field(default_factory=dict)

    def add(self, draft: Draft):
        sequence, head = self._heads.get(draft.actor, (0, ZERO))
        name = draft.id or sha256(f"entry {len(self.entries)}".encode()).digest()[:16]
        number = draft.sequence or sequence + 1
        cited = draft.checkpoint
        if cited is None:
            cited = sha256(self.notes[-1]).digest() if self.notes else ZERO
        secret = key(100 + draft.actor)
        body = (
            b"\x01" + name + bytes([len(draft.kind)]) + draft.kind.encode()
            + (draft.public or bytes(secret.verify_key)) + number.to_bytes(8, "big")
            + (head if draft.previous is None else draft.previous) + cited
            + b"\x01" + sha256(name).digest()
        )  # fmt: skip
        signer = secret if draft.signer is None else key(100 + draft.signer)
        signed = b"ledger-entry/v1\n" + ORIGIN.encode() + b"\n" + body
        data = body + signer.sign(signed).signature
        self.entries.append(data)
        self._heads[draft.actor] = (number, merkle.leaf_hash(data))

    def checkpoint(self, size=None, root=None) -> str:
        size = len(self.entries) if size is None else size
        leaves = [merkle.leaf_hash(entry) for entry in self.entries[:size]]
        return f"{ORIGIN}\n{size}\n{base64.encode(root or merkle.root(leaves))}\n"

    def publish(self, text=None, **options):
        self.time += 10
        self.notes.append(signed_note(text or self.checkpoint(), self.time, **options))

    def write(self, folder: Path):
        """Writes the archive: every tile, every note, and the newest note apart."""
        files = {"checkpoint": self.notes[-1], "checkpoints/count": f"{len(self.notes)}\n".encode()}
        for kind, things in ((tiles.ENTRIES, self.entries), (tiles.CHECKPOINTS, self.notes)):
            for address in tiles.tiles_of(kind, len(things)):
                start = address.index * tiles.WIDTH
                some = things[start : start + address.width]
                files[str(address)] = b"".join(len(x).to_bytes(2, "big") + x for x in some)
        level, hashes = 0, [merkle.leaf_hash(entry) for entry in self.entries]
        while hashes:
            for address in tiles.tiles_of(str(level), len(hashes)):
                start = address.index * tiles.WIDTH
                files[str(address)] = b"".join(hashes[start : start + address.width])
            full = range(0, len(hashes) // tiles.WIDTH * tiles.WIDTH, tiles.WIDTH)
            hashes = [merkle.root(hashes[start : start + tiles.WIDTH]) for start in full]
            level += 1
        for path, data in files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)


def forged(*, size: int = 12, actors: int = 3, publish_every: int = 4) -> Forged:
    """A sound log, to be spoilt."""
    log = Forged()
    log.publish()
    for position in range(size):
        log.add(Draft(actor=position % actors))
        if (position + 1) % publish_every == 0:
            log.publish()
    if size % publish_every:
        log.publish()
    return log
