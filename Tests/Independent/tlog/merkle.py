"""The tree of RFC 6962, section 2.1, and the proofs of sections 2.1.1 and 2.1.2."""

from hashlib import sha256

from .fault import Fault, expect

EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(entry: bytes) -> bytes:
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def root(hashes: list[bytes]) -> bytes:
    """The root over leaf hashes, as the RFC defines it: split at the largest power of two."""
    if not hashes:
        return EMPTY_ROOT
    if len(hashes) == 1:
        return hashes[0]
    split = _split(len(hashes))
    return node_hash(root(hashes[:split]), root(hashes[split:]))


def _split(size: int) -> int:
    """The largest power of two below a size of at least two."""
    return 1 << (size - 1).bit_length() - 1


class GrowingTree:
    """The roots of complete subtrees, largest first, of a tree that grows leaf by leaf."""

    def __init__(self):
        self.size = 0
        self._peaks: list[bytes] = []

    def append(self, leaf: bytes):
        rest, peak = self.size, leaf
        while rest & 1:
            peak = node_hash(self._peaks.pop(), peak)
            rest >>= 1
        self._peaks.append(peak)
        self.size += 1

    @property
    def root(self) -> bytes:
        if not self._peaks:
            return EMPTY_ROOT
        value = self._peaks[-1]
        for peak in reversed(self._peaks[:-1]):
            value = node_hash(peak, value)
        return value


def inclusion_path(index: int, hashes: list[bytes]) -> list[bytes]:
    """PATH(index, hashes) of section 2.1.1."""
    if len(hashes) == 1:
        return []
    split = _split(len(hashes))
    if index < split:
        return inclusion_path(index, hashes[:split]) + [root(hashes[split:])]
    return inclusion_path(index - split, hashes[split:]) + [root(hashes[:split])]


def root_from_inclusion(index: int, size: int, leaf: bytes, path: list[bytes]) -> bytes:
    """The root to which a path leads: section 2.1.1 read from the root down.

    The path's last hash belongs to the sibling below the root, so it is taken from the end.
    """
    expect(0 <= index < size, f"entry {index} is not among {size}")
    if size == 1:
        expect(not path, "the path is too long")
        return leaf
    if not path:
        raise Fault("the path is too short")
    split = _split(size)
    if index < split:
        return node_hash(root_from_inclusion(index, split, leaf, path[:-1]), path[-1])
    below = root_from_inclusion(index - split, size - split, leaf, path[:-1])
    return node_hash(path[-1], below)


def verify_inclusion(index: int, size: int, leaf: bytes, path: list[bytes], expected: bytes):
    _expect_digests([leaf, expected, *path])
    found = root_from_inclusion(index, size, leaf, path)
    expect(found == expected, f"the path of entry {index} leads to another root")


def verify_consistency(
    old_size: int, old_root: bytes, new_size: int, new_root: bytes, proof: list[bytes]
):
    """PROOF of section 2.1.2 read from the root down; from size 0 there is nothing to prove."""
    _expect_digests([old_root, new_root, *proof])
    expect(0 <= old_size <= new_size, f"{new_size} is before {old_size}")
    if old_size == 0:
        expect(not proof, "the proof is too long")
        expect(old_root == EMPTY_ROOT, "the old root is not that of an empty tree")
        expect(new_size > 0 or new_root == EMPTY_ROOT, "the root is not that of an empty tree")
        return
    old, new = _subproof(old_size, new_size, proof, True, old_root)
    expect(old == old_root, "the proof does not begin at the old root")
    expect(new == new_root, "the proof does not end at the new root")


def _subproof(old: int, new: int, proof: list[bytes], is_whole: bool, known: bytes):
    """The roots over the first `old` and over all `new` leaves of a subtree, from SUBPROOF."""
    if old == new:
        if is_whole:
            expect(not proof, "the proof is too long")
            return known, known
        expect(len(proof) == 1, "the proof has not as many hashes as it should")
        return proof[0], proof[0]
    if not proof:
        raise Fault("the proof is too short")
    split = _split(new)
    if old <= split:
        left_old, left_new = _subproof(old, split, proof[:-1], is_whole, known)
        return left_old, node_hash(left_new, proof[-1])
    right_old, right_new = _subproof(old - split, new - split, proof[:-1], False, known)
    return node_hash(proof[-1], right_old), node_hash(proof[-1], right_new)


def _expect_digests(values: list[bytes]):
    expect(all(len(value) == 32 for value in values), "a hash that is not 32 bytes")
