"""python3 -m tlog FOLDER POLICY: checks an exported log, and exits with 1 for any fault."""

import sys
from pathlib import Path

from .archive import Archive
from .fault import Fault
from .policy import Policy


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        policy = Policy.parse(Path(arguments[1]).read_bytes())
    except (OSError, Fault) as error:
        print(f"{arguments[1]}: {error}", file=sys.stderr)
        return 2
    report = Archive(Path(arguments[0]), policy).verify()
    for fault in report.faults:
        print(fault)
    print(f"{report.size} entries, {report.notes} notes, root {report.root.hex()}")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
