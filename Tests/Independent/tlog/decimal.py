"""Decimal numbers without sign or leading zeros, below 2^64."""

from .fault import expect


def parse(text: str) -> int:
    expect(text.isascii() and text.isdigit(), f"not a decimal number: {text[:30]!r}")
    expect(text == "0" or text[0] != "0", f"a number with a leading zero: {text[:30]!r}")
    expect(len(text) <= 20 and int(text) < 1 << 64, f"too large a number: {text[:30]!r}")
    return int(text)
