"""Private comparison by the field's tools, on one processor, in processor time.

    python linkage_private_peers.py compare LEFT RIGHT THRESHOLD   filters of 1,024 bits, one after another
    python linkage_private_peers.py encode RECORDS                 a CSV file with a head

Prints how many seconds it took, without reading the files, and how many hits, or records, there were.
"""

import csv
import io
import os
import sys

BYTES = 128


def spent():
    """Processor seconds of this process and of its children that have ended."""
    return sum(os.times()[:4])


def compare(left, right, threshold):
    from anonlink.similarities import dice_coefficient_accelerated
    from bitarray import bitarray

    def filters(path):
        with open(path, "rb") as file:
            content = file.read()
        result = []
        for start in range(0, len(content), BYTES):
            bits = bitarray(endian="little")
            bits.frombytes(content[start : start + BYTES])
            result.append(bits)
        return result

    datasets = [filters(left), filters(right)]
    start = spent()
    similarities, _ = dice_coefficient_accelerated(datasets, float(threshold))
    print(spent() - start, len(similarities))


def encode(path):
    from clkhash import clk
    from clkhash.comparators import ExactComparison, NgramComparison
    from clkhash.field_formats import BitsPerFeatureStrategy, FieldHashingProperties, Ignore, StringSpec
    from clkhash.schema import Schema

    with open(path, encoding="utf-8", newline="") as file:
        content = file.read()
    names = next(csv.reader(io.StringIO(content)))

    def spec(name):
        grams = NgramComparison(2) if name in ("given_names", "surnames", "place_of_birth") else ExactComparison()
        hashing = FieldHashingProperties(comparator=grams, strategy=BitsPerFeatureStrategy(100))
        return StringSpec(name, hashing)

    fields = [Ignore(name) if name == "id" else spec(name) for name in names]
    schema = Schema(fields, 1024, kdf_info=b"", kdf_salt=b"benchmark")
    start = spent()
    rows = list(csv.reader(io.StringIO(content)))[1:]
    hashed = clk.generate_clks(rows, schema, b"benchmark", validate=False, max_workers=1)
    print(spent() - start, len(hashed))


if __name__ == "__main__":
    {"compare": compare, "encode": encode}[sys.argv[1]](*sys.argv[2:])
