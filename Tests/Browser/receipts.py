"""Small logs, and receipts of them, written from the specifications alone.

RFC 6962 for the tree; C2SP signed-note, tlog-checkpoint, tlog-cosignature (v1), tlog-policy and
tlog-proof for the texts; PyNaCl for the signatures.
"""

import hashlib
from base64 import b64decode, b64encode

from nacl.signing import SigningKey

LOG, WITNESS = 1, 4


def sha256(data):
    return hashlib.sha256(data).digest()


def base64(data):
    return b64encode(data).decode()


class Key:
    """A name and a key that a seed determines."""

    def __init__(self, name, kind, seed):
        self.name, self.kind = name, kind
        self.secret = SigningKey(sha256(seed.encode()))
        self.public = bytes([kind]) + bytes(self.secret.verify_key)
        self.id = sha256(f"{name}\n".encode() + self.public)[:4]
        self.text = f"{name}+{self.id.hex()}+{base64(self.public)}"

    def line(self, text, time=None):
        """The signature line under a checkpoint's text."""
        if self.kind == LOG:
            blob = self.secret.sign(text.encode()).signature
        else:
            message = f"cosignature/v1\ntime {time}\n{text}".encode()
            blob = time.to_bytes(8) + self.secret.sign(message).signature
        return f"\u2014 {self.name} {base64(self.id + blob)}\n"


def root(leaves):
    if len(leaves) == 1:
        return leaves[0]
    half = split(len(leaves))
    return sha256(b"\1" + root(leaves[:half]) + root(leaves[half:]))


def path(index, leaves):
    if len(leaves) == 1:
        return []
    half = split(len(leaves))
    if index < half:
        return path(index, leaves[:half]) + [root(leaves[half:])]
    return path(index - half, leaves[half:]) + [root(leaves[:half])]


def split(size):
    """The largest power of two below the size."""
    return 1 << (size - 1).bit_length() - 1


class Record:
    """A log of some entries, with witnesses of which a number must vouch."""

    def __init__(self, size=5, witnesses=3, quorum=3, origin="log.example/record", seed="a"):
        self.log = Key(origin, LOG, f"{seed} log")
        self.witnesses = [
            Key(f"witness.example/{number}", WITNESS, f"{seed} {number}")
            for number in range(witnesses)
        ]
        self.leaves = [sha256(f"\0{seed} {number}".encode()) for number in range(size)]
        names = " ".join(f"w{number}" for number in range(witnesses))
        lines = [f"log {self.log.text}"]
        lines += [f"witness w{number} {key.text}" for number, key in enumerate(self.witnesses)]
        lines += [f"group all-of-us {quorum} {names}", "quorum all-of-us"]
        self.policy = "".join(f"{line}\n" for line in lines)

    def receipt(self, index, signers=None, time=1_764_000_000):
        text = f"{self.log.name}\n{len(self.leaves)}\n{base64(root(self.leaves))}\n"
        if signers is None:
            signers = [self.log, *self.witnesses]
        lines = [signer.line(text, time + place) for place, signer in enumerate(signers)]
        proof = "".join(f"{base64(node)}\n" for node in path(index, self.leaves))
        extra = base64(self.leaves[index])
        head = f"c2sp.org/tlog-proof@v1\nextra {extra}\nindex {index}\n{proof}"
        return f"{head}\n{text}\n{''.join(lines)}"


def later(line):
    """A cosignature's line with its time a second later."""
    start, _, blob = line.rpartition(" ")
    data = b64decode(blob)
    time = int.from_bytes(data[4:12]) + 1
    return f"{start} {base64(data[:4] + time.to_bytes(8) + data[12:])}"


def forgeries(record, index=2):
    """Receipts that somebody would like to pass off, each with the reason that it is refused for."""
    good = record.receipt(index)
    lines = good.split("\n")
    stranger = Record(origin=record.log.name, seed="stranger")
    other = Record(origin="other.example/record", seed="other")

    def without(beginning):
        return "\n".join(line for line in lines if not line.startswith(beginning))

    def dropping(place):
        return "\n".join(lines[:place] + lines[place + 1 :])

    twice = record.receipt(index, [record.log, *record.witnesses[:2], record.witnesses[1]])
    return {
        "a cosignature stripped": (without("\u2014 witness.example/1 "), "notQuorate"),
        "a cosignature twice": (twice, "notQuorate"),
        "a witness that the policy does not name": (
            record.receipt(index, [record.log, *record.witnesses[:2], stranger.witnesses[2]]),
            "notQuorate",
        ),
        "the log's signature stripped": (without(f"\u2014 {record.log.name} "), "notSigned"),
        "another log": (other.receipt(index), "otherLog"),
        "another log under this one's name": (stranger.receipt(index), "notSigned"),
        "another size": (good.replace(f"\n{len(record.leaves)}\n", "\n9\n"), "badSignature"),
        "another index": (good.replace(f"index {index}\n", f"index {index + 1}\n"), "badProof"),
        "an index beyond the log": (good.replace(f"index {index}\n", "index 99\n"), "badProof"),
        "a proof cut short": (dropping(4), "badProof"),
        "a proof made longer": ("\n".join(lines[:4] + [lines[3]] + lines[4:]), "badProof"),
        "another entry": (
            good.replace(base64(record.leaves[index]), base64(record.leaves[0])),
            "badProof",
        ),
        "no entry": (without("extra "), "noLeafHash"),
        "a changed time": (
            good.replace(lines[-2], later(lines[-2])),
            "badSignature",
        ),
        "an earlier version": (good.replace("@v1", "@v0"), "malformed"),
        "half of it": (good[: len(good) // 2], "malformed"),
        "some other text": ("Hola\n", "malformed"),
    }


class SplitMix64:
    """A small generator of random numbers that a seed determines (Steele, Lea and Flood, 2014)."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        mask = (1 << 64) - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & mask
        mixed = self.state
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & mask
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & mask
        return (mixed ^ mixed >> 31) % limit


ODDITIES = [b"\r", b"\t", b"\0", b"\x7f", b"\xff", b" ", b"\n", b"\xc2\xa0", b"\xef\xbb\xbf", b"\xcc\x81"]


def mutant(text, random, donor):
    """A text changed in one to three places: bytes, whole lines, or lines of another text."""
    data = text.encode()
    for _ in range(1 + random.below(3)):
        place = random.below(len(data))
        lines = data.split(b"\n")
        line = random.below(len(lines))
        kind = random.below(8)
        if kind == 0:
            data = data[:place] + bytes([data[place] ^ 1 << random.below(8)]) + data[place + 1 :]
        elif kind == 1:
            data = data[:place] + data[place + 1 :]
        elif kind == 2:
            data = data[:place] + ODDITIES[random.below(len(ODDITIES))] + data[place:]
        elif kind == 3:
            data = b"\n".join(lines[:line] + lines[line + 1 :])
        elif kind == 4:
            data = b"\n".join(lines[: line + 1] + lines[line:])
        elif kind == 5:
            other = random.below(len(lines))
            lines[line], lines[other] = lines[other], lines[line]
            data = b"\n".join(lines)
        elif kind == 6:
            strange = donor.encode().split(b"\n")
            lines[line] = strange[random.below(len(strange))]
            data = b"\n".join(lines)
        else:
            data = data.replace(b"\n", b"\r\n") if random.below(2) else b" \n" + data + b"\n\n"
    return data
