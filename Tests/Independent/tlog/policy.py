"""Whom to believe: C2SP tlog-policy."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from .checkpoint import Checkpoint
from .fault import Fault, expect
from .note import COSIGNATURE, ED25519, Key, Note, Signature


@dataclass(frozen=True)
class Judged:
    """A checkpoint that a log of the policy signed, and what witnesses of it did."""

    checkpoint: Checkpoint
    log_keys: list[Key]
    cosignatures: dict[str, Signature]
    is_quorate: bool


@dataclass
class Policy:
    """Logs, witnesses, groups of them, and which must have cosigned."""

    logs: list[Key] = field(default_factory=list)
    witnesses: dict[str, Key] = field(default_factory=dict)
    groups: dict[str, tuple[int, list[str]]] = field(default_factory=dict)
    quorum: str | None = None

    @classmethod
    def parse(cls, data: bytes) -> "Policy":
        allowed = {0x09, 0x0A, *range(0x20, 0x7F), *range(0x80, 0x100)}
        expect(set(data) <= allowed, "the policy has a control character")
        expect(data.endswith(b"\n"), "the policy's last line does not end")
        # Names are opaque octets; surrogates carry those that are not UTF-8.
        text = data.decode("utf-8", "surrogateescape")
        policy = cls()
        for number, line in enumerate(text[:-1].split("\n"), start=1):
            words = [word for word in re.split("[ \t]+", line) if word]
            if words and not words[0].startswith("#"):
                try:
                    policy._take(words)
                except Fault as fault:
                    raise Fault(f"line {number} of the policy: {fault}") from fault
        expect(policy.quorum is not None, "the policy has no quorum line")
        return policy

    def _take(self, words: list[str]):
        match words:
            case ["log", key] | ["log", key, _]:
                key = Key.parse(key)
                expect(key.kind == ED25519, "not the key of a log")
                expect(self._is_new(key, self.logs), "the log's key is there already")
                self.logs.append(key)
            case ["witness", name, key] | ["witness", name, key, _]:
                key = Key.parse(key)
                expect(key.kind == COSIGNATURE, "not the key of a witness")
                expect(self._is_new(key, self.witnesses.values()), "the key is there already")
                self._expect_free(name)
                self.witnesses[name] = key
            case ["group", name, threshold, *members] if members:
                self._expect_free(name)
                expect(len(set(members)) == len(members), "a member is listed twice")
                for member in members:
                    expect(self._is_defined(member), f"{member} is not defined before")
                    inside = [m for _, others in self.groups.values() for m in others]
                    expect(member not in inside, f"{member} is in another group already")
                self.groups[name] = (self._threshold(threshold, len(members)), members)
            case ["quorum", name]:
                expect(self.quorum is None, "a second quorum line")
                expect(name == "none" or self._is_defined(name), f"{name} is not defined before")
                self.quorum = name
            case _:
                raise Fault("not a line of a policy")

    @staticmethod
    def _is_new(key: Key, others) -> bool:
        return all(other.public != key.public for other in others)

    @staticmethod
    def _threshold(text: str, count: int) -> int:
        if text in ("any", "all"):
            return 1 if text == "any" else count
        expect(re.fullmatch("[1-9][0-9]{0,9}", text), f"not a threshold: {text[:30]!r}")
        expect(int(text) <= count, "the threshold is larger than the group")
        return int(text)

    def _is_defined(self, name: str) -> bool:
        return name in self.witnesses or name in self.groups

    def _expect_free(self, name: str):
        expect(name != "none" and not self._is_defined(name), f"{name} is taken")

    def judge(self, note: bytes) -> Judged:
        """Believes a checkpoint that satisfies the policy, or raises a fault that says why not."""
        judged = self.read(note)
        expect(judged.is_quorate, "too few witnesses have cosigned")
        return judged

    def read(self, note: bytes) -> Judged:
        """Believes that the log signed a checkpoint, whether or not there is a quorum."""
        parsed = Note.parse(note)
        checkpoint = Checkpoint.parse(parsed.text)
        mine = self.keys_of(checkpoint.origin)
        expect(mine, f"{checkpoint.origin[:80]!r} is no log of the policy")
        # Every known signature is verified, also when another would do.
        signed = [key for key in mine if parsed.signed_by(key)]
        expect(signed, "the log has not signed the checkpoint")
        cosigned = {name: parsed.signed_by(key) for name, key in self.witnesses.items()}
        cosigned = {name: signature for name, signature in cosigned.items() if signature}
        is_quorate = self.quorum == "none" or self._holds(self.quorum, cosigned)
        return Judged(checkpoint, signed, cosigned, is_quorate)

    def keys_of(self, origin: str) -> list[Key]:
        return [key for key in self.logs if key.name == origin]

    def surely_after(self, judged: Judged) -> int | None:
        """A time before which the note was not made, though as many as are tolerated lie."""
        times = sorted((one.time for one in judged.cosignatures.values()), reverse=True)
        return times[self.tolerated] if self.tolerated < len(times) else None

    def surely_before(self, judged: Judged) -> int | None:
        """A time by which the note was there, though as many as are tolerated lie."""
        times = sorted(one.time for one in judged.cosignatures.values())
        return times[self.tolerated] if self.tolerated < len(times) else None

    @cached_property
    def tolerated(self) -> int:
        """How many witnesses may be corrupt, found by trying every set of them.

        Any two quorums share an honest witness, and there is a quorum without the corrupt ones.
        """
        if self.quorum == "none":
            return 0
        names = list(self.witnesses)
        expect(len(names) <= 12, "more witnesses than are tried here")
        sets = [set(some) for count in range(len(names) + 1) for some in combinations(names, count)]
        quorums = [some for some in sets if self._holds(self.quorum, some)]
        shared = min(len(one & other) for one in quorums for other in quorums)
        silent = min((len(names) - len(some) for some in sets if some not in quorums), default=0)
        return max(0, min(shared - 1, silent - 1))

    def _holds(self, name: str, cosigned) -> bool:
        if name in self.witnesses:
            return name in cosigned
        threshold, members = self.groups[name]
        return sum(self._holds(member, cosigned) for member in members) >= threshold
