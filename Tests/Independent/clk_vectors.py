"""Makes Tests/LinkageTests/Private/ClkhashVectors.swift: filters by clkhash, coefficients and a greedy
assignment by anonlink, and bit positions worked out from RFC 5869 and RFC 2104 with Python's hmac.

    python clk_vectors.py > ../LinkageTests/Private/ClkhashVectors.swift

needs clkhash 0.18 and anonlink 0.15. The people are invented.
"""

import hashlib
import hmac
import io
import json

from anonlink.candidate_generation import find_candidate_pairs
from anonlink.similarities import dice_coefficient
from anonlink.solving import greedy_solve
from bitarray import bitarray
from clkhash import clk, randomnames, schema
from clkhash.bloomfilter import fold_xor
from clkhash.serialization import deserialize_bitarray, serialize_bitarray

LEFT = ["maria,lopez hernandez", "juana,perez", "lin,wei", "marie rose,jean baptiste"]
RIGHT = ["mariela,lopez", "juana,peres", "maria,lopes hernandez", "li,wei", "rose,baptiste"]


def feature(name):
    return {
        "identifier": name,
        "format": {"type": "string", "encoding": "utf-8"},
        "hashing": {
            "comparison": {"type": "ngram", "n": 2},
            "strategy": {"bitsPerToken": 12},
            "hash": {"type": "doubleHash"},
        },
    }


SCHEMA = schema.from_json_dict(
    {
        "version": 3,
        "clkConfig": {
            "l": 1024,
            "kdf": {"type": "HKDF", "hash": "SHA256", "info": "", "salt": "", "keySize": 64},
        },
        "features": [feature("given"), feature("surnames")],
    }
)


def encode(lines):
    text = io.StringIO("given,surnames\n" + "\n".join(lines) + "\n")
    filters = clk.generate_clk_from_csv(text, "an invented secret", SCHEMA, progress_bar=False)
    return [serialize_bitarray(f) if isinstance(f, bitarray) else f for f in filters]


def hkdf(secret, salt, info, length=32):
    """RFC 5869 with SHA-256."""
    key = hmac.new(salt, secret, hashlib.sha256).digest()
    okm, block, counter = b"", b"", 1
    while len(okm) < length:
        block = hmac.new(key, block + info + bytes([counter]), hashlib.sha256).digest()
        okm, counter = okm + block, counter + 1
    return okm[:length]


def text(value):
    raw = value.encode()
    return len(raw).to_bytes(4, "big") + raw


def terms_digest():
    body = bytes(range(16)) + text("Vector") + text("To be checked") + bytes([1])
    body += (4_102_444_800).to_bytes(8, "big") + bytes([2]) + text("A") + text("B")
    body += (20).to_bytes(4, "big")
    return hashlib.sha256(body).digest()


def positions(use, token, bits, size):
    key = hkdf(bytes(range(32)), terms_digest(), b"enlace.private.1/" + use.encode())
    found, counter = [], 0
    while len(found) < bits:
        code = hmac.new(key, token + bytes([counter]), hashlib.sha256).digest()
        found += [int.from_bytes(code[i : i + 2], "big") % size for i in range(0, 32, 2)]
        counter += 1
    return found[:bits]


def swift(name, kind, value):
    print(f"    static let {name}: {kind} = {json.dumps(value)}")


left, right = encode(LEFT), encode(RIGHT)
a = [deserialize_bitarray(x) for x in left]
b = [deserialize_bitarray(x) for x in right]
pairs = find_candidate_pairs([a, b], dice_coefficient, 0.3)
solved = {tuple(i for _, i in sorted(group)) for group in greedy_solve(pairs)}
dice = [
    [2 * (x & y).count() / (x.count() + y.count()) for y in b] for x in a
]
print("// swift-format-ignore-file\n// Made by Tests/Independent/clk_vectors.py.\n")
print("/// What other programs make of a few invented names.")
print("enum ClkhashVectors {")
swift("left", "[String]", left)
swift("right", "[String]", right)
swift("folded", "[String]", [serialize_bitarray(fold_xor(x, 1)) for x in a])
swift("dice", "[[Double]]", dice)
swift("greedy", "[[Int]]", sorted(map(list, solved)))
swift("nameSound", "[Int]", positions("nameSound", b"mr", 20, 2048))
swift("birthDay", "[Int]", positions("birthDay", b"3-11", 36, 2048))
print("}")
