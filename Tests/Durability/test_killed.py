"""A log that is killed at any moment keeps what it acknowledged."""

import random

import pytest
from blows import Blows
from stored import expect_whole

KILLS_OF_EACH = 8


@pytest.mark.parametrize("seed", range(10))
def test_a_killed_log_has_every_entry_that_it_acknowledged(tmp_path, seed):
    """Each log is killed again and again; the seed says when."""
    chance = random.Random(seed)
    acknowledged = []
    for _ in range(KILLS_OF_EACH):
        blows = Blows(tmp_path, "--writers", str(chance.choice([1, 4, 16])))
        # From while it still opens the file to well into its work.
        if chance.random() < 0.8:
            blows.is_ready.wait(60)
        try:
            blows.process.wait(chance.uniform(0, 0.06))
        except Exception:
            pass
        blows.kill()
        acknowledged += blows.acknowledged
        expect_whole(tmp_path, acknowledged)
    assert acknowledged, "it was never let come so far"
