"""Archives: sound ones pass both verifiers, and a spoilt one passes neither."""

import os
import random
import shutil
import signal
import subprocess
from hashlib import sha256

import pytest
from forge import ORIGIN, Draft, Forged, forged, key, signed_note
from programs import ENLACE, HAMMER, enlace_accepts, run
from pymerkle import InmemoryTree
from verdicts import check, expect, expect_refused_by_both

from tlog import merkle, tiles
from tlog.entry import ZERO

SIZES = [0, 1, 255, 256, 257, 511, 512, 513]
# Two levels of full tiles; it takes minutes with a debug build.
LONG_SIZES = [65_793] if os.environ.get("LONG") else []


@pytest.fixture(scope="session")
def hammered(tmp_path_factory):
    """An archive of the product's own, by its size, and the policy to check it with."""
    made = {}

    def make(size):
        if size not in made:
            folder = tmp_path_factory.mktemp(f"log-{size}")
            log, archive = folder / "log", folder / "archive"
            if size:
                done = run(HAMMER, "append", log, "--entries", size, "--writers", 7, timeout=600)
                assert done.returncode == 0, done.stderr
            done = run(HAMMER, "export", log, archive, timeout=600)
            assert done.returncode == 0, done.stderr
            made[size] = archive, log / "policy"
        return made[size]

    return make


@pytest.mark.parametrize("size", [*SIZES, *LONG_SIZES])
def test_an_archive_is_sound_for_both_and_its_tree_is_that_of_pymerkle(hammered, size):
    archive, policy_file = hammered(size)
    report = check(archive, policy_file)
    assert report.faults == [] and report.size == size
    assert enlace_accepts(archive, policy_file)
    if size == 0:
        return
    tree = InmemoryTree()
    leaves = []
    for address in tiles.tiles_of(tiles.ENTRIES, size):
        for entry in tiles.bundle((archive / str(address)).read_bytes(), address.width):
            tree.append_entry(entry)
            leaves.append(merkle.leaf_hash(entry))
    assert tree.get_root() == report.root
    for index in {0, size // 2, size - 1}:
        path = tree.prove_inclusion(index + 1).path[1:]
        merkle.verify_inclusion(index, size, leaves[index], path, report.root)


# MARK: One bit, one file, one entry


SPOILT = 300


def files_of(archive):
    return [path for path in sorted(archive.rglob("*")) if path.is_file()]


PLACES = [
    "checkpoint", "checkpoints/count", "checkpoints/000.p/*", "tile/0/000", "tile/0/001.p/44",
    "tile/1/000.p/1", "tile/entries/000", "tile/entries/001.p/44",
]


@pytest.fixture
def spoilt(hammered, tmp_path):
    archive, policy_file = hammered(SPOILT)
    return shutil.copytree(archive, tmp_path / "archive"), policy_file


def at(archive, pattern):
    """The file of a kind, and that the list of kinds misses none."""
    known = {path for place in PLACES for path in archive.glob(place)}
    assert set(files_of(archive)) == known
    [found] = archive.glob(pattern)
    return found


@pytest.mark.parametrize("part", [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 99])
@pytest.mark.parametrize("place", PLACES)
def test_one_flipped_bit_is_refused_by_both(spoilt, place, part):
    archive, policy_file = spoilt
    file = at(archive, place)
    data = bytearray(file.read_bytes())
    data[len(data) * part // 100] ^= 1 << part % 8
    file.write_bytes(data)
    expect_refused_by_both(archive, policy_file)


@pytest.mark.parametrize("how", ["delete", "empty", "cut", "grow"])
@pytest.mark.parametrize("place", PLACES)
def test_a_file_that_is_missing_or_of_another_length_is_refused_by_both(spoilt, place, how):
    archive, policy_file = spoilt
    file = at(archive, place)
    data = file.read_bytes()
    match how:
        case "delete":
            file.unlink()
        case "empty":
            file.write_bytes(b"")
        case "cut":
            file.write_bytes(data[:-1])
        case "grow":
            file.write_bytes(data + b"\n")
    expect_refused_by_both(archive, policy_file)


REARRANGED = {
    "swapped": lambda entries: [entries[1], entries[0], *entries[2:]],
    "reordered": lambda entries: entries[::-1],
    "duplicated": lambda entries: [*entries[:-1], entries[0]],
    "dropped": lambda entries: entries[:-1],
    "dropped first": lambda entries: entries[1:],
    "inserted": lambda entries: [*entries, entries[0]],
}


@pytest.mark.parametrize("how", REARRANGED)
@pytest.mark.parametrize("place", ["tile/entries/001.p/44", "checkpoints/000.p/*"])
def test_a_bundle_in_another_order_is_refused_by_both(spoilt, place, how):
    archive, policy_file = spoilt
    file = at(archive, place)
    entries = REARRANGED[how](tiles.bundle(file.read_bytes()))
    file.write_bytes(b"".join(len(x).to_bytes(2, "big") + x for x in entries))
    expect_refused_by_both(archive, policy_file)


# MARK: A log whose operator holds every key


@pytest.mark.parametrize("size", [0, 1, 12, 256, 257, 513])
def test_a_log_that_python_wrote_is_sound_for_both(tmp_path, size):
    expect(forged(size=size, publish_every=50), tmp_path, sound=True)


def numbered_twice(log):
    log.add(Draft(actor=0, sequence=4))


def with_a_gap(log):
    log.add(Draft(actor=0, sequence=6))


def beginning_again(log):
    log.add(Draft(actor=0, sequence=1, previous=ZERO))


def not_continuing(log):
    log.add(Draft(actor=0, previous=sha256(b"elsewhere").digest()))


def signed_by_another(log):
    log.add(Draft(actor=0, signer=1))


def of_a_key_of_low_order(log):
    log.add(Draft(actor=9, public=bytes([1]) + bytes(31)))


def of_a_key_that_is_not_canonical(log):
    log.add(Draft(actor=9, public=b"\xee" + b"\xff" * 30 + b"\x7f"))


def citing_an_unknown_note(log):
    log.add(Draft(actor=0, checkpoint=sha256(b"no note").digest()))


def citing_the_text_alone(log):
    text = log.notes[-1].rpartition(b"\n\n")[0] + b"\n"
    log.add(Draft(actor=0, checkpoint=sha256(text).digest()))


def of_no_kind(log):
    log.add(Draft(actor=0, kind="Kind With Spaces"))


BAD_ENTRIES = [
    numbered_twice, with_a_gap, beginning_again, not_continuing, signed_by_another,
    of_a_key_of_low_order, of_a_key_that_is_not_canonical, citing_an_unknown_note,
    citing_the_text_alone, of_no_kind,
]  # fmt: skip


@pytest.mark.parametrize("spoil", BAD_ENTRIES, ids=lambda spoil: spoil.__name__)
def test_an_entry_against_the_rules_is_refused_though_all_is_signed(tmp_path, spoil):
    log = forged()
    spoil(log)
    log.publish()
    expect(log, tmp_path)


def test_an_entry_that_cites_a_later_note_is_refused(tmp_path):
    """Back-dating the other way: the note that it cites covers more than came before it."""
    log = forged()
    later = signed_note(log.checkpoint(), log.time + 10)
    first = forged(size=4)
    first.add(Draft(actor=0, checkpoint=sha256(later).digest()))
    first.publish()
    expect(first, tmp_path)


@pytest.mark.parametrize(("seconds", "sound"), [(-1000, False), (0, True), (1000, True)])
def test_an_entry_is_not_older_than_the_note_that_it_cites(tmp_path, seconds, sound):
    """Witnesses that say that the covering note was made before the cited one cannot both be right."""
    log = forged()
    log.add(Draft(actor=0))
    log.time += seconds
    log.publish()
    expect(log, tmp_path, sound=sound)


def test_a_log_without_the_entry_that_its_notes_cover_is_refused(tmp_path):
    """The operator drops one entry after it was published, and builds the rest anew."""
    whole, without = forged(), forged(size=0)
    without.notes = whole.notes[:2]
    for position in range(11):
        without.add(Draft(actor=position % 3))
    without.publish()
    expect(without, tmp_path)


def test_a_history_that_was_rewritten_between_two_notes_is_refused(tmp_path):
    log = forged(size=8)
    other = forged(size=8, actors=2)
    log.publish(other.checkpoint())
    expect(log, tmp_path)


def test_a_note_of_an_earlier_size_after_a_later_one_is_refused(tmp_path):
    log = forged()
    log.publish(log.checkpoint(size=8))
    log.publish()
    expect(log, tmp_path)


def test_a_note_by_another_key_of_the_same_name_is_refused(tmp_path):
    log = forged()
    log.publish(log=key(2))
    expect(log, tmp_path)


def test_a_note_of_another_log_is_refused(tmp_path):
    log = forged()
    log.publish(log.checkpoint().replace(ORIGIN, "other.invalid/log"))
    expect(log, tmp_path)


@pytest.mark.parametrize("witnesses", [("w1", "w2"), ("w1",), ()])
def test_a_stripped_cosignature_is_refused_where_the_policy_needs_it(tmp_path, witnesses):
    log = forged()
    log.add(Draft(actor=0))
    log.publish(witnesses=witnesses)
    (tmp_path / "needs").mkdir()
    (tmp_path / "does-not").mkdir()
    expect(log, tmp_path / "needs", quorum=3)
    expect(log, tmp_path / "does-not", quorum=len(witnesses), sound=True)


def test_notes_before_the_first_quorum_need_none_and_later_ones_do(tmp_path):
    for name, kept, sound in [("young", (True, True), True), ("gap", (True, False, True), False)]:
        log = Forged()
        log.publish(witnesses=())
        for has_quorum in kept:
            log.add(Draft(actor=0))
            log.publish(**({} if has_quorum else {"witnesses": ("w1",)}))
        (tmp_path / name).mkdir()
        expect(log, tmp_path / name, sound=sound)


def test_a_witness_that_signs_twice_counts_once(tmp_path):
    log = forged()
    log.add(Draft(actor=0))
    log.publish(witnesses=("w1", "w1", "w1"))
    expect(log, tmp_path)


# MARK: The demonstration


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory):
    """The archive of a demonstration with its four witnesses, and its policy."""
    folder = tmp_path_factory.mktemp("demo")
    process = subprocess.Popen(
        [ENLACE, "demo", "--data", folder / "data", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    said = ""
    for line in process.stdout:
        said += line
        if "Ctrl-C" in line:
            break
    exported = run(ENLACE, "record", "export", folder / "archive", "--data", folder / "data")
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 0, said
    assert exported.returncode == 0, exported.stderr
    return folder / "archive", folder / "data" / "policy"


def test_the_demonstration_is_sound_for_both(demonstration):
    archive, policy_file = demonstration
    report = check(archive, policy_file)
    assert report.faults == [] and report.size > 50 and report.notes > 0
    assert len(report.judged.cosignatures) >= 3
    assert enlace_accepts(archive, policy_file)
    assert enlace_accepts(archive.parent / "data", policy_file)


@pytest.mark.parametrize("seed", range(20))
def test_the_demonstration_with_one_flipped_bit_is_refused_by_both(demonstration, tmp_path, seed):
    archive = shutil.copytree(demonstration[0], tmp_path / "archive")
    chance = random.Random(seed)
    public = [path for path in files_of(archive) if "boxes" not in path.parts]
    file = chance.choice(public)
    data = bytearray(file.read_bytes())
    place = chance.randrange(len(data))
    data[place] ^= 1 << chance.randrange(8)
    file.write_bytes(data)
    report = check(archive, demonstration[1])
    assert not enlace_accepts(archive, demonstration[1]), f"{file.name}, byte {place}"
    assert report.faults, f"{file.name}, byte {place}"
