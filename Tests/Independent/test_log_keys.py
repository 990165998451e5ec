"""A log whose key changed: whoever has one of its keys can check it, and nobody without them forges."""

import random
from itertools import permutations

import pytest
from forge import LOG, ORIGIN, Draft, forged, key, policy, signed_note
from programs import enlace_finds
from verdicts import check, expect, expect_refused_by_both

KEYS = [LOG, key(2), key(3)]


def renewed(times: int, *, size: int = 4):
    """A log of several keys, each of which published something."""
    log = forged(size=size)
    for number in range(2, times + 2):
        log.add(Draft(actor=0))
        log.renew(number)
        log.publish()
        log.add(Draft(actor=1))
        log.publish()
    return log


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("size", [0, 4, 254, 600])
def test_whoever_has_any_of_the_keys_can_check(tmp_path, times, size):
    log = renewed(times, size=size)
    for count in range(1, times + 2):
        for number, keys in enumerate(permutations(KEYS[: times + 1], count)):
            if size < 100 or number == 0:
                folder = tmp_path / f"{count}-{number}"
                folder.mkdir()
                expect(log, folder, sound=True, logs=keys)


def test_a_key_that_the_log_never_had_leads_nowhere(tmp_path):
    expect(renewed(1), tmp_path, logs=(key(9),))


def test_two_changes_between_two_notes_are_followed(tmp_path):
    log = forged()
    log.renew(2)
    log.renew(3)
    log.publish()
    expect(log, tmp_path, sound=True)


def entry_by_nobody(log):
    log.renew(2, by=key(7))


def entry_by_a_member(log):
    log.renew(2, by=key(100))


def without_the_word_of_the_new_key(log):
    log.renew(2, proof=LOG)


def with_the_word_of_another(log):
    log.renew(2, proof=key(7))


def with_half_a_word(log):
    log.renew(2, leaving=1)


def with_nothing_said(log):
    log.renew(2, leaving=3)


def with_something_more(log):
    log.renew(2, leaving=-1)


def with_a_signature_that_is_not_of_the_old_key(log):
    log.renew(2, signer=7)


def to_the_same_key(log):
    log.renew(1)


FORGERIES = [
    entry_by_nobody, entry_by_a_member, without_the_word_of_the_new_key, with_the_word_of_another,
    with_half_a_word, with_nothing_said, with_something_more,
    with_a_signature_that_is_not_of_the_old_key, to_the_same_key,
]  # fmt: skip


@pytest.mark.parametrize("signs", ["old", "new"])
@pytest.mark.parametrize("forge", FORGERIES, ids=lambda forge: forge.__name__)
def test_a_forged_change_is_refused_whoever_signs_then(tmp_path, forge, signs):
    log = forged()
    forge(log)
    log.publish(log=LOG if signs == "old" else key(2))
    for number, keys in enumerate([(LOG,), (key(2), LOG), (LOG, key(2))]):
        (tmp_path / str(number)).mkdir()
        expect(log, tmp_path / str(number), logs=keys)


@pytest.mark.parametrize("forge", FORGERIES, ids=lambda forge: forge.__name__)
def test_both_name_the_entry_that_is_forged(tmp_path, forge):
    log = forged()
    position = len(log.entries)
    forge(log)
    log.publish(log=LOG)
    expect(log, tmp_path)
    expect_named(tmp_path, position, "badSignature" if "signature" in forge.__name__ else RENEWAL)


RENEWAL = "renewalRefused"


def expect_named(folder, position, code):
    faults = check(folder / "archive", folder / "policy").faults
    assert any(fault.startswith(f"entry {position}: ") for fault in faults), faults
    found = enlace_finds(folder / "archive", folder / "policy")
    assert (code, position) in found, found


@pytest.mark.parametrize("number", [1, 3])
def test_a_key_hands_over_once_and_none_comes_back(tmp_path, number):
    log = renewed(1)
    position = len(log.entries)
    log.renew(number, by=LOG if number == 3 else key(2))
    log.publish(log=key(2))
    expect(log, tmp_path)
    expect_named(tmp_path, position, RENEWAL)


def expect_out_of_turn(log, tmp_path, keys):
    """The only fault is who signed a note."""
    expect(log, tmp_path, logs=keys)
    faults = check(tmp_path / "archive", tmp_path / "policy").faults
    assert faults and all("the key whose turn it was" in fault for fault in faults), faults
    found = enlace_finds(tmp_path / "archive", tmp_path / "policy")
    assert found and {code for code, _ in found} == {"wrongLogKey"}, found


POLICIES = [(LOG,), (key(2),), (key(2), LOG), (LOG, key(2))]


@pytest.mark.parametrize("keys", POLICIES, ids=["old", "new", "new old", "old new"])
@pytest.mark.parametrize("where", ["at once", "later", "last"])
def test_a_note_by_the_old_key_after_its_end_is_refused(tmp_path, keys, where):
    log = forged()
    log.renew(2)
    if where != "at once":
        log.publish()
        log.add(Draft(actor=0))
    log.publish(log=LOG)
    if where != "last":
        log.add(Draft(actor=1))
        log.publish(log=key(2))
    expect_out_of_turn(log, tmp_path, keys)


@pytest.mark.parametrize("keys", POLICIES, ids=["old", "new", "new old", "old new"])
def test_a_note_by_the_new_key_before_its_time_is_refused(tmp_path, keys):
    log = forged()
    log.add(Draft(actor=0))
    log.publish(log=key(2))
    log.renew(2)
    log.publish()
    expect_out_of_turn(log, tmp_path, keys)


@pytest.mark.parametrize("keys", POLICIES, ids=["old", "new", "new old", "old new"])
def test_a_note_that_both_keys_signed_is_refused(tmp_path, keys):
    log = renewed(1)
    log.add(Draft(actor=0))
    log.publish(also=LOG)
    expect_out_of_turn(log, tmp_path, keys)


def test_an_archive_of_before_the_change_needs_the_policy_of_its_day(tmp_path):
    """Whoever stole the old key can write one that knows of no other."""
    for name, keys, sound in [("then", (LOG,), True), ("now", (key(2), LOG), False)]:
        (tmp_path / name).mkdir()
        expect(forged(), tmp_path / name, sound=sound, logs=keys)


def test_a_thief_who_leaves_the_change_out_is_believed_by_nobody_who_knows_of_it(tmp_path):
    log = forged(size=8)
    log.add(Draft(actor=0))
    log.publish(log=LOG)
    expect(log, tmp_path, quorum=0, logs=(key(2), LOG))


@pytest.mark.parametrize("keys", POLICIES, ids=["old", "new", "new old", "old new"])
@pytest.mark.parametrize("seed", range(8))
def test_one_flipped_bit_is_refused_whichever_key_the_reader_has(tmp_path, seed, keys):
    archive, policy_file = tmp_path / "archive", tmp_path / "policy"
    renewed(1).write(archive)
    policy_file.write_text(policy(3, keys))
    chance = random.Random(seed)
    file = chance.choice([path for path in sorted(archive.rglob("*")) if path.is_file()])
    data = bytearray(file.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    file.write_bytes(data)
    expect_refused_by_both(archive, policy_file)


def test_a_note_of_an_endless_log_by_nobody_known_keeps_no_reader_busy(tmp_path):
    log = renewed(1)
    root = log.checkpoint().splitlines()[2]
    log.notes.append(signed_note(f"{ORIGIN}\n{(1 << 63) - 1}\n{root}\n", log.time, log=key(9)))
    expect(log, tmp_path)
