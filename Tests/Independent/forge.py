"""A log written by Python from the formats alone, by somebody who holds every key.

Whatever is changed is signed and hashed again, so that only the rules between the parts can show it.
"""

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from nacl.signing import SigningKey

from tlog import base64, merkle, tiles
from tlog.entry import ZERO
from tlog.logkeys import KIND
from tlog.note import COSIGNATURE, ED25519, Key

ORIGIN = "forge.invalid/log"


def key(number: int) -> SigningKey:
    return SigningKey(bytes([number]) * 32)


def number_of(secret: SigningKey) -> int:
    return bytes(secret)[0]


LOG = key(1)
WITNESSES = {f"w{number}": key(10 + number) for number in (1, 2, 3)}


def note_key(name: str, kind: int, secret: SigningKey) -> Key:
    return Key(name, kind, bytes(secret.verify_key))


def policy(quorum: int, logs: tuple[SigningKey, ...] = (LOG,)) -> str:
    lines = [f"log {note_key(ORIGIN, ED25519, log)}" for log in logs]
    for name, secret in WITNESSES.items():
        lines.append(f"witness {name} {note_key(f'{name}.invalid', COSIGNATURE, secret)}")
    lines.append(f"group all-of-them {quorum or 1} {' '.join(WITNESSES)}")
    lines.append("quorum all-of-them" if quorum else "quorum none")
    return "\n".join(lines) + "\n"


def signature_line(name: str, kind: int, secret: SigningKey, blob: bytes) -> str:
    return f"\u2014 {name} {base64.encode(note_key(name, kind, secret).id + blob)}\n"


def signed_note(
    text: str,
    time: int,
    witnesses=tuple(WITNESSES),
    log: SigningKey = LOG,
    also: SigningKey | None = None,
) -> bytes:
    lines = ""
    for signer in [log] + ([also] if also else []):
        lines += signature_line(ORIGIN, ED25519, signer, signer.sign(text.encode()).signature)
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
    commitments: list[bytes] | None = None
    id: bytes | None = None
    public: bytes | None = None
    signer: int | None = None


@dataclass
class Forged:
    """Entries and published notes, each signed when it is added."""

    entries: list[bytes] = field(default_factory=list)
    notes: list[bytes] = field(default_factory=list)
    time: int = 1_700_000_000
    log: SigningKey = LOG
    _heads: dict[int, tuple[int, bytes]] = field(default_factory=dict)

    def add(self, draft: Draft):
        sequence, head = self._heads.get(draft.actor, (0, ZERO))
        name = draft.id or sha256(f"entry {len(self.entries)}".encode()).digest()[:16]
        number = draft.sequence or sequence + 1
        cited = draft.checkpoint
        if cited is None:
            cited = sha256(self.notes[-1]).digest() if self.notes else ZERO
        secret = key(100 + draft.actor)
        commitments = draft.commitments
        if commitments is None:
            commitments = [sha256(name).digest()]
        body = (
            b"\x01" + name + bytes([len(draft.kind)]) + draft.kind.encode()
            + (draft.public or bytes(secret.verify_key)) + number.to_bytes(8, "big")
            + (head if draft.previous is None else draft.previous) + cited
            + bytes([len(commitments)]) + b"".join(commitments)
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

    def renew(self, number: int, *, by: SigningKey | None = None, proof: SigningKey | None = None,
              leaving: int = 0, signer: int | None = None):
        """Hands the log over to the key with a number, which signs what is published from then on.

        May be forged: `by` another key, with the word of another (`proof`), with some of it left out
        or something more (`leaving`), or with the entry signed by another.
        """  # fmt: skip
        former, coming = by or self.log, key(number)
        names = [note_key(ORIGIN, ED25519, one) for one in (former, coming)]
        statement = f"enlace/log-key/v1\n{names[0]}\n{names[1]}\n".encode()
        signature = (proof or coming).sign(statement).signature
        said = [bytes(coming.verify_key), signature[:32], signature[32:], ZERO]
        self.add(
            Draft(
                actor=number_of(former) - 100,
                kind=KIND,
                commitments=said[: 3 - leaving],
                signer=None if signer is None else signer - 100,
            )
        )
        self.log = coming

    def publish(self, text=None, **options):
        self.time += 10
        options.setdefault("log", self.log)
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
