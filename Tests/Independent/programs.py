"""The programs under test, as they were built."""

import json
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / ".build" / "debug"
ENLACE = BUILT / "enlace"
HAMMER = BUILT / "ledger-hammer"
FAST_HAMMER = ROOT / ".build" / "release" / "ledger-hammer"


def run(*arguments, timeout=120, **options):
    return subprocess.run(
        [str(argument) for argument in arguments],
        capture_output=True,
        text=True,
        timeout=timeout,
        **options,
    )


def enlace_accepts(archive, policy) -> bool:
    """Whether `enlace verify` finds nothing wrong; anything but a plain yes or no is a failure."""
    verified = run(ENLACE, "verify", archive, "--policy", policy)
    assert verified.returncode in (0, 1), verified.stdout + verified.stderr
    assert verified.returncode == 0 or verified.stdout + verified.stderr, "refused without a word"
    return verified.returncode == 0


def enlace_finds(archive, policy) -> list[tuple[str, int | None]]:
    """What `enlace verify` finds, each with the first entry that it is about."""
    verified = run(ENLACE, "verify", archive, "--policy", policy, "--json")
    findings = json.loads(verified.stdout)["findings"]
    return [(finding["code"], finding.get("first")) for finding in findings]
