"""How many were never met, asked on the command line: for people, for programs, and of tables that are none."""

import json
import os
import pty
import subprocess

import pytest
from conftest import ENLACE, ROOT, run

TABLES = ROOT.parent / "shared" / "tables"
published = pytest.mark.skipif(not TABLES.exists(), reason="the folder ../shared is absent")

# Three lists that share people, made up.
LISTS = """a,b,c,count
1,0,0,90
0,1,0,70
0,0,1,60
1,1,0,30
1,0,1,25
0,1,1,20
1,1,1,10
"""
QUICK = ["--resamples", "60", "--method", "stepwise", "--method", "bic", "--method", "decomposable"]


def estimate(*arguments, **options):
    return run("estimate", *arguments, **options)


def test_standard_input_is_estimated_and_explained_in_either_language():
    spanish = estimate("-", *QUICK, "--language", "es", input=LISTS)
    english = estimate("-", *QUICK, "--language", "en", input=LISTS)
    assert spanish.returncode == english.returncode == 0
    assert "Se vio a 305 personas en 3 listas." in spanish.stdout
    assert "305 people were seen on 3 lists." in english.stdout
    for answer in (spanish, english):
        assert max(map(len, answer.stdout.splitlines())) <= 80
        assert answer.stderr == "", "no progress bar in a pipe"


def test_json_has_everything_and_the_hash_of_the_file(tmp_path):
    file = tmp_path / "lists.csv"
    file.write_text(LISTS)
    report = json.loads(estimate(file, *QUICK, "--seed", "7", "--json").stdout)
    assert report["observed"] == 305 and report["lists"] == ["a", "b", "c"]
    assert report["verdict"] == "indicative" and report["seed"] == 7
    assert report["inputHash"] == subprocess.check_output(["sha256sum", file], text=True).split()[0]
    low, high = report["range"]
    for method in report["methods"]:
        if method["name"] != "chao":
            assert low <= method["interval"][0] <= method["interval"][1] <= high


def test_the_same_seed_gives_the_same_bytes_on_any_number_of_threads():
    asked = ["-", *QUICK, "--seed", "3", "--json"]
    one = estimate(*asked, "--threads", "1", input=LISTS).stdout
    assert one == estimate(*asked, "--threads", "3", input=LISTS).stdout
    assert one != estimate("-", *QUICK, "--seed", "4", "--json", input=LISTS).stdout


def test_what_is_declared_counts():
    sure = ["--same-population", "yes", "--no-referrals"]
    checks = [
        [next(iter(reason["check"])) for reason in json.loads(estimate("-", *QUICK, *said, "--json", input=LISTS).stdout)["reasons"]]
        for said in ([], sure)
    ]
    assert {"populationUndeclared", "referralsUndeclared"} <= set(checks[0])
    assert not {"populationUndeclared", "referralsUndeclared"} & set(checks[1])
    refused = estimate("-", "--referred-list", "b", "--json", input=LISTS)
    assert refused.returncode == 2
    assert json.loads(refused.stdout)["verdict"] == "refused"


def test_a_refusal_exits_with_2_and_shows_counts_and_no_range():
    apart = "a,b,c,d,count\n1,1,0,0,20\n0,0,1,1,20\n1,0,0,0,5\n"
    refused = estimate("-", "--language", "en", input=apart)
    assert refused.returncode == 2
    assert "REFUSED" in refused.stdout and "45 people were seen" in refused.stdout
    report = json.loads(estimate("-", "--json", input=apart).stdout)
    assert [method["name"] for method in report["methods"]] == ["chao"]
    assert report["range"] is None


@pytest.mark.parametrize(
    "table, said",
    [
        ("a,b,c,count\n1,0,0,-3\n", "Line 2"),
        ("a,b,c,count\n1,0,0,1.5\n", "Line 2"),
        ("a,b,c,count\n1,0,0,5\n0,0,0,5\n", "Line 3"),
        ("a,b,c,count\n1,0,0,5\n0,1,0,5\n1,0,0,6\n", "Line 4"),
        ("a,b,c,count\n1,0,0,5\n0,1,0\n", "Line 3"),
        ("a,b,c,count\n1,0,0,5\n0,1,0,6\n", "Line 3"),
        ("a,b,c\n1,1,0\n", "Line 2"),
        ("nbcap,count\n1,9\n2,3\n", "enlace estimate repeated"),
        ("", "no text"),
    ],
)
def test_a_bad_table_exits_with_1_says_where_and_gives_no_number(table, said):
    answer = estimate("-", "--language", "en", input=table)
    assert answer.returncode == 1
    assert said in answer.stderr and answer.stdout == ""


def test_a_file_that_is_not_there_and_a_list_that_is_none_are_said_so():
    absent = estimate("/nowhere.csv")
    assert absent.returncode == 1 and "/nowhere.csv" in absent.stderr
    other = estimate("-", "--referred-list", "z", "--language", "en", input=LISTS)
    assert other.returncode == 1 and "no list z" in other.stderr
    high = estimate("-", "--order", "3", "--language", "en", input=LISTS)
    assert high.returncode == 1 and "at most 2" in high.stderr


def test_pictures_are_written(tmp_path):
    folder = tmp_path / "new" / "pictures"
    assert estimate("-", *QUICK, "--plots", folder, input=LISTS).returncode == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        "methods.svg", "models.svg", "overlaps.svg", "posterior.svg",
    ]


def test_a_terminal_sees_how_far_the_work_is():
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [ENLACE, "estimate", "-", *QUICK, "--language", "en"],
        input=LISTS.encode(),
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        timeout=120,
    )
    os.close(theirs)
    assert done.returncode == 0
    shown = os.read(ours, 1 << 16).decode(errors="replace")
    assert "stepwise" in shown and shown.endswith("\r\x1b[K")


@published
def test_one_list_with_times_seen_says_at_least():
    answer = estimate("repeated", TABLES / "ill.csv", "--language", "en")
    assert answer.returncode == 0
    assert "They are at least 8,000, if being seen once" in answer.stdout
    assert "Plausibly" not in answer.stdout
    methods = json.loads(estimate("repeated", TABLES / "ill.csv", "--json").stdout)["methods"]
    assert round(methods[0]["estimate"], 2) == 9273.51


@published
def test_every_published_table_ends_in_a_report_or_a_clear_refusal():
    # The 32 768 models of six lists take long in a debug build.
    long = {"UKdat", "duck", "hare"}
    for table in sorted(path for path in TABLES.glob("*.csv") if path.stem not in long):
        answer = estimate(table, "--resamples", "0", "--method", "stepwise", "--language", "en")
        assert answer.returncode in (0, 1, 2), table.name
        if answer.returncode == 1:
            assert "Line 1" in answer.stderr or "repeated" in answer.stderr
        else:
            assert "people were seen" in answer.stdout
