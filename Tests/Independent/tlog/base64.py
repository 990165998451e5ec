"""Standard base64 (RFC 4648, section 4), of which every value has one spelling."""

import base64
import binascii

from .fault import Fault, expect


def decode(text: str) -> bytes:
    try:
        value = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        raise Fault(f"not base64: {text[:60]!r}") from error
    # The unused bits of the last digit could be changed without a trace otherwise.
    expect(encode(value) == text, f"not the one spelling in base64: {text[:60]!r}")
    return value


def encode(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")
