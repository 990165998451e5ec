"""A proof that an entry is in a log, to be checked without the log: C2SP tlog-proof."""

from dataclasses import dataclass

from . import base64, decimal, merkle
from .fault import Fault, expect
from .policy import Judged, Policy

FIRST_LINE = "c2sp.org/tlog-proof@v1"


@dataclass(frozen=True)
class Proof:
    """A place, the hashes that lead to the root, and the checkpoint that has it."""

    index: int
    path: list[bytes]
    checkpoint: bytes
    extra: bytes | None

    @classmethod
    def parse(cls, data: bytes) -> "Proof":
        head, blank, note = data.partition(b"\n\n")
        try:
            lines = head.decode("ascii").split("\n")
        except UnicodeDecodeError as error:
            raise Fault("the proof is not ASCII above the checkpoint") from error
        expect(blank, "the proof has no checkpoint after a blank line")
        expect(lines.pop(0) == FIRST_LINE, "not a proof of the first version")
        extra = None
        if lines and lines[0].startswith("extra "):
            extra = base64.decode(lines.pop(0).removeprefix("extra "))
        expect(lines and lines[0].startswith("index "), "the proof has no index")
        index = decimal.parse(lines.pop(0).removeprefix("index "))
        path = [base64.decode(line) for line in lines]
        expect(len(path) <= 63, "the proof has too many hashes")
        return cls(index, path, note, extra)

    def verify(self, leaf: bytes, policy: Policy) -> Judged:
        """Believes that the leaf is in the log, or raises a fault that says why not."""
        judged = policy.judge(self.checkpoint)
        checkpoint = judged.checkpoint
        merkle.verify_inclusion(self.index, checkpoint.size, leaf, self.path, checkpoint.root)
        return judged
