"""The text of a checkpoint: C2SP tlog-checkpoint."""

from dataclasses import dataclass

from . import base64, decimal
from .fault import expect


@dataclass(frozen=True)
class Checkpoint:
    """A log's origin line, its size and its root."""

    origin: str
    size: int
    root: bytes

    @classmethod
    def parse(cls, text: str) -> "Checkpoint":
        expect(text.endswith("\n"), "the checkpoint's last line does not end")
        lines = text[:-1].split("\n")
        expect(len(lines) >= 3 and "" not in lines, "the checkpoint has an empty line or too few")
        root = base64.decode(lines[2])
        expect(len(root) == 32, "the checkpoint's root is not 32 bytes")
        return cls(lines[0], decimal.parse(lines[1]), root)
