"""Notes and their keys: C2SP signed-note, and the cosignatures of tlog-cosignature version 1."""

import re
from dataclasses import dataclass
from hashlib import sha256

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from . import base64
from .fault import Fault, expect

ED25519 = 0x01
COSIGNATURE = 0x04
MAXIMUM_SIGNATURES = 100


def is_name(text: str) -> bool:
    return text != "" and not any(c.isspace() or c == "+" or ord(c) < 0x20 for c in text)


@dataclass(frozen=True)
class Key:
    """A verifier key."""

    name: str
    kind: int
    public: bytes

    @property
    def id(self) -> bytes:
        return sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]

    @classmethod
    def parse(cls, text: str) -> "Key":
        fields = text.split("+", 2)
        expect(len(fields) == 3, f"not a verifier key: {text[:80]!r}")
        name, key_id, blob = fields[0], fields[1], base64.decode(fields[2])
        expect(is_name(name), f"not the name of a key: {name[:80]!r}")
        expect(len(blob) == 33, f"the key of {name} is not 32 bytes")
        expect(blob[0] in (ED25519, COSIGNATURE), f"the key of {name} is of unknown kind")
        key = cls(name, blob[0], blob[1:])
        expect(re.fullmatch("[0-9a-f]{8}", key_id), f"not the id of a key: {key_id[:20]!r}")
        expect(key.id.hex() == key_id, f"the id of {name} is not that of its key")
        return key

    def __str__(self) -> str:
        blob = base64.encode(bytes([self.kind]) + self.public)
        return f"{self.name}+{self.id.hex()}+{blob}"


@dataclass(frozen=True)
class Signature:
    """A line under a note: who, the hint at the key, and what the algorithm made."""

    name: str
    key_id: bytes
    value: bytes

    def is_by(self, key: Key) -> bool:
        return self.name == key.name and self.key_id == key.id

    def check(self, key: Key, text: str):
        """Raises a fault unless the key signed the text."""
        message, value = text.encode(), self.value
        if key.kind == COSIGNATURE:
            expect(len(value) == 72, f"the cosignature of {key.name} is not 72 bytes")
            message = f"cosignature/v1\ntime {self.time}\n".encode() + message
            expect(self.time < 1 << 63, f"the time of {key.name} is too large")
            value = value[8:]
        expect(len(value) == 64, f"the signature of {key.name} is not 64 bytes")
        expect(verifies(key.public, value, message), f"the signature of {key.name} is wrong")

    @property
    def time(self) -> int:
        """When a cosignature was made, in seconds since 1970."""
        return int.from_bytes(self.value[:8], "big")


def verifies(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether an Ed25519 signature is good (RFC 8032)."""
    try:
        VerifyKey(public).verify(message, signature)
    except (BadSignatureError, ValueError):
        return False
    return True


@dataclass(frozen=True)
class Note:
    """A text with signatures under it, none of them believed yet."""

    text: str
    signatures: list[Signature]

    @classmethod
    def parse(cls, data: bytes) -> "Note":
        try:
            whole = data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise Fault("the note is not UTF-8") from error
        controls = [c for c in whole if ord(c) < 0x20 and c != "\n"]
        expect(not controls, "the note has a control character")
        text, blank, lines = whole.rpartition("\n\n")
        expect(blank and lines.endswith("\n"), "the note has no signatures after a blank line")
        lines = lines[:-1].split("\n")
        expect(len(lines) <= MAXIMUM_SIGNATURES, "the note has too many signatures")
        return cls(text + "\n", [cls._signature(line) for line in lines])

    @staticmethod
    def _signature(line: str) -> Signature:
        fields = line.split(" ")
        expect(len(fields) == 3 and fields[0] == "\u2014", f"not a signature: {line[:80]!r}")
        expect(is_name(fields[1]), f"not the name of a signer: {fields[1][:80]!r}")
        blob = base64.decode(fields[2])
        expect(len(blob) > 4, f"the signature of {fields[1]} is empty")
        return Signature(fields[1], blob[:4], blob[4:])

    def signed_by(self, key: Key) -> Signature | None:
        """The key's signature; `None` when it has not signed, and a fault when it is wrong."""
        found = [signature for signature in self.signatures if signature.is_by(key)]
        for signature in found:
            signature.check(key, self.text)
        return found[0] if found else None
