"""What both verifiers say of an archive; they must agree."""

from pathlib import Path

from forge import LOG, Forged, policy
from programs import enlace_accepts

from tlog.archive import Archive
from tlog.policy import Policy


def check(archive, policy_file):
    return Archive(archive, Policy.parse(Path(policy_file).read_bytes())).verify()


def expect_refused_by_both(archive, policy_file):
    assert check(archive, policy_file).faults, "the independent verifier believes it"
    assert not enlace_accepts(archive, policy_file), "enlace verify believes it"


def expect(log: Forged, tmp_path, quorum=3, sound=False, logs=(LOG,)):
    archive, policy_file = tmp_path / "archive", tmp_path / "policy"
    log.write(archive)
    policy_file.write_text(policy(quorum, logs))
    if sound:
        assert check(archive, policy_file).faults == []
        assert enlace_accepts(archive, policy_file)
    else:
        expect_refused_by_both(archive, policy_file)
