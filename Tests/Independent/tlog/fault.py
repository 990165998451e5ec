"""What is wrong with something that was to be checked."""


class Fault(Exception):
    """Something is not as its specification says; the text says what and where."""


def expect(condition, text):
    """Raises a fault unless the condition holds."""
    if not condition:
        raise Fault(text)
