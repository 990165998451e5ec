"""The keys of a log, one after the other, as docs/entry-format.md describes how they change."""

from dataclasses import dataclass

from .entry import Entry
from .fault import expect
from .note import ED25519, Key, verifies

KIND = "log.key-renewed"


@dataclass(frozen=True)
class Renewal:
    """What an entry says that hands over from one key of the log to the next."""

    position: int
    former: Key
    next: Key

    @classmethod
    def read(cls, entry: Entry, position: int, origin: str) -> "Renewal":
        expect(len(entry.commitments) == 3, "it renews the log's key with no key and signature")
        former = Key(origin, ED25519, entry.actor)
        coming = Key(origin, ED25519, entry.commitments[0])
        statement = f"enlace/log-key/v1\n{former}\n{coming}\n".encode()
        signature = b"".join(entry.commitments[1:])
        expect(verifies(coming.public, signature, statement), "the log's new key has not signed it")
        return cls(position, former, coming)


class LogKeys:
    """The chain of keys that a trusted one is in."""

    def __init__(self, renewals: list[Renewal], trusted: Key):
        self.first = trusted
        for renewal in reversed(renewals):
            if renewal.next == self.first:
                self.first = renewal.former
        self.links: list[Renewal] = []
        for renewal in renewals:
            if renewal.former == self.all[-1] and renewal.next not in self.all:
                self.links.append(renewal)

    @property
    def all(self) -> list[Key]:
        return [self.first, *(link.next for link in self.links)]

    def of_size(self, size: int) -> Key:
        """Whose turn it is to sign a note of a size."""
        return self.all[sum(link.position < size for link in self.links)]
