"""Addresses and contents of tiles: C2SP tlog-tiles."""

import re
from dataclasses import dataclass

from .fault import expect

WIDTH = 256
ENTRIES = "entries"
# Not of the specification: published notes, bundled and addressed like entries.
CHECKPOINTS = "checkpoints"


@dataclass(frozen=True, order=True)
class Address:
    """A tile: its level or `entries`, its place there, and how many things it holds."""

    kind: str
    index: int
    width: int = WIDTH

    def __str__(self) -> str:
        folder = self.kind if self.kind == CHECKPOINTS else f"tile/{self.kind}"
        return f"{folder}/{spell(self.index, self.width)}"


def spell(index: int, width: int) -> str:
    """The last part of an address: groups of three digits, and the width of a partial tile."""
    groups = [f"{index % 1000:03d}"]
    while index := index // 1000:
        groups.insert(0, f"x{index % 1000:03d}")
    return "/".join(groups) + ("" if width == WIDTH else f".p/{width}")


def tiles_of(kind: str, count: int) -> list[Address]:
    """The tiles that so many hashes or entries fill; none of them is empty."""
    full = [Address(kind, index) for index in range(count // WIDTH)]
    rest = count % WIDTH
    return full + ([Address(kind, count // WIDTH, rest)] if rest else [])


def all_tiles(size: int) -> list[Address]:
    """Every tile of a log of a size."""
    addresses = tiles_of(ENTRIES, size)
    for level in range(8):
        addresses += tiles_of(str(level), size >> 8 * level)
    return addresses


_PATH = re.compile(
    r"(?:tile/(?=e|\d))?(entries|checkpoints|0|[1-9]\d?)/((?:x\d{3}/)*\d{3})(?:\.p/([1-9]\d{0,2}))?"
)


def parse(path: str) -> Address:
    """Reads an address in its one spelling."""
    match = _PATH.fullmatch(path)
    expect(match, f"not the address of a tile: {path[:80]!r}")
    index = int(re.sub("[x/]", "", match[2]))
    address = Address(match[1], index, int(match[3] or WIDTH))
    spelt = address.width <= WIDTH and str(address) == path
    expect(spelt, f"not the one spelling of an address: {path[:80]!r}")
    is_level = address.kind not in (ENTRIES, CHECKPOINTS)
    expect(not is_level or int(address.kind) <= 63, f"no such level: {path[:80]!r}")
    return address


def hashes(data: bytes, width: int) -> list[bytes]:
    """The hashes of a tile."""
    expect(len(data) == 32 * width, f"{len(data)} bytes are not {width} hashes")
    return [data[start : start + 32] for start in range(0, len(data), 32)]


def bundle(data: bytes, width: int | None = None) -> list[bytes]:
    """The entries of a bundle, each behind its length in two bytes."""
    entries, place = [], 0
    while place < len(data):
        length = int.from_bytes(data[place : place + 2], "big")
        end = place + 2 + length
        expect(place + 2 <= len(data) and end <= len(data), "a bundle ends within an entry")
        entries.append(data[place + 2 : end])
        place = end
    expect(width in (None, len(entries)), f"{len(entries)} entries are not {width}")
    return entries
