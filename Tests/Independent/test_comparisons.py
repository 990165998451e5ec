"""The measures of how texts differ, beside two other implementations, over millions of pairs."""

import random
import subprocess
from functools import cache

import jellyfish
import numpy
import pytest
from programs import FAST_HAMMER
from rapidfuzz import process
from rapidfuzz.distance import OSA, DamerauLevenshtein, JaroWinkler, Levenshtein

MEASURES = {
    "jaro-winkler": JaroWinkler.similarity,
    "levenshtein": Levenshtein.distance,
    "optimal-alignment": OSA.distance,
    "damerau": DamerauLevenshtein.distance,
}
JELLYFISH = {
    "jaro-winkler": jellyfish.jaro_winkler_similarity,
    "levenshtein": jellyfish.levenshtein_distance,
    "damerau": jellyfish.damerau_levenshtein_distance,
}
# One, two, three and four bytes of UTF-8 a letter, so that letters and bytes are told apart.
LETTERS = "abcdefghijklmnopqrstuvwxyz 0123456789-'" + "áéíóúüñçèàôß" + "राजेश李小龙陳محمد" + "𐍈𝒜🧡"


def text(chance, alphabet, longest):
    return "".join(chance.choices(alphabet, k=chance.randint(0, longest)))


def slip(chance, text, alphabet):
    """The text with a few letters put in, left out, replaced or exchanged."""
    letters = list(text)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(letters) + 1)
        what = chance.randrange(4)
        if what == 0:
            letters.insert(place, chance.choice(alphabet))
        elif what == 1:
            del letters[place : place + 1]
        elif what == 2:
            letters[place : place + 1] = chance.choice(alphabet)
        else:
            letters[place : place + 2] = reversed(letters[place : place + 2])
    return "".join(letters)


@cache
def pairs(seed, count, longest, letters=LETTERS):
    """Random texts beside other random ones or beside themselves with slips."""
    chance = random.Random(seed)
    lefts, rights = [], []
    for _ in range(count):
        alphabet = letters[: chance.choice([2, 4, 26, 39, 51, len(letters)])]
        left = text(chance, alphabet, longest)
        slipped = chance.random() < 0.5
        lefts.append(left)
        rights.append(slip(chance, left, alphabet) if slipped else text(chance, alphabet, longest))
    return lefts, rights


def measured(measure, lefts, rights):
    lines = "".join(f"{left}\n{right}\n" for left, right in zip(lefts, rights))
    done = subprocess.run(
        [FAST_HAMMER, "compare", measure], input=lines.encode(), capture_output=True, timeout=600
    )
    assert done.returncode == 0, done.stderr.decode()
    return numpy.frombuffer(done.stdout, dtype="<f8")


def expect_equal(measure, seed, lefts, rights, ours, theirs):
    differing = numpy.flatnonzero(~numpy.isclose(ours, theirs, rtol=0, atol=1e-12))
    shown = [(lefts[i], rights[i], ours[i], theirs[i]) for i in differing[:3]]
    assert len(ours) == len(lefts)
    assert not shown, f"{measure}, seed {seed}: {len(differing)} pairs differ, such as {shown}"


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize(
    ("seed", "count", "longest"),
    [(1, 1_000_000, 12), (2, 200_000, 40), (3, 50_000, 100), (4, 500, 700)],
)
def test_measures_are_those_of_rapidfuzz(measure, seed, count, longest):
    lefts, rights = pairs(seed, count, longest)
    theirs = process.cpdist(lefts, rights, scorer=MEASURES[measure], dtype=numpy.float64)
    expect_equal(measure, seed, lefts, rights, measured(measure, lefts, rights), theirs)


@pytest.mark.parametrize("measure", JELLYFISH)
def test_measures_are_those_of_jellyfish(measure):
    seed = 5
    # Jellyfish counts a letter and the marks on it as one, so letters with marks stay out; and two
    # empty texts are to it not alike at all, where rapidfuzz and we say that they are the same.
    texts = zip(*pairs(seed, 50_000, 40, LETTERS[:51]))
    lefts, rights = zip(*[pair for pair in texts if any(pair)])
    theirs = numpy.array([JELLYFISH[measure](*pair) for pair in zip(lefts, rights)], dtype=float)
    expect_equal(measure, seed, lefts, rights, measured(measure, lefts, rights), theirs)
