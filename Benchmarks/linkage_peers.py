"""What other programs reach on labelled sets, at the threshold that is best on the truth.

    python linkage_peers.py FOLDER

Writes peers.csv into the folder: set, program, F1 of pairs, F1 of a greedy one-to-one assignment, processor
seconds. Splink has the comparisons and blocking rules that its documentation uses for such columns, and
for the difficult set also those of someone who knows the names well; recordlinkage its ECM classifier.
"""

import csv
import os
import pathlib
import sys
import unicodedata

import numpy
import pandas
import recordlinkage
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on


def spent():
    return sum(os.times()[:2])


def plain(text):
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()


class LabelledSet:
    def __init__(self, folder, name):
        paths = [folder / f"{name}{part}.csv" for part in ("", "A", "B")]
        self.name = name
        self.frames = []
        for path in paths:
            if path.exists():
                frame = pandas.read_csv(path, dtype=str, keep_default_na=False)
                frame = frame.rename(columns={frame.columns[0]: "unique_id"})
                self.frames.append(frame)
        self.row = {}
        for frame in self.frames:
            for identifier in frame.unique_id:
                self.row[identifier] = len(self.row)
        truth = pandas.read_csv(folder / f"{name}.truth.csv", dtype=str)
        self.truth = {self.pair(*pair) for pair in truth.values}

    @property
    def is_one_to_one(self):
        return len(self.frames) == 2

    def pair(self, one, other):
        return tuple(sorted((self.row[one], self.row[other])))

    def best_f1(self, pairs, weights):
        """F1 of the pairs down to the best weight; pairs of one weight stand or fall together."""
        order = numpy.argsort(-weights, kind="stable")
        hits = numpy.cumsum([pairs[place] in self.truth for place in order])
        falls = numpy.append(numpy.diff(weights[order]) != 0, True)
        values = 2 * hits / (numpy.arange(1, len(order) + 1) + len(self.truth))
        return values[falls].max()

    def one_to_one(self, pairs, weights):
        taken, kept = set(), []
        for place in numpy.argsort(-weights, kind="stable"):
            if taken.isdisjoint(pairs[place]):
                taken.update(pairs[place])
                kept.append(place)
        return [pairs[place] for place in kept], weights[kept]


def splink_pairs(labelled, prepare, comparisons, rules, training, sure, recall):
    """The pairs that Splink scores, with their weights."""
    frames = []
    for frame in labelled.frames:
        frame = prepare(frame.copy())
        frames.append(frame.replace("", None).where(lambda cells: cells.notna(), None))
    settings = SettingsCreator(
        link_type="link_only" if labelled.is_one_to_one else "dedupe_only",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=rules,
        max_iterations=30,
    )
    database = DuckDBAPI()
    tables = [database.register(frame) for frame in frames]
    linker = Linker(tables if labelled.is_one_to_one else tables[0], settings)
    linker.training.estimate_probability_two_random_records_match(sure, recall=recall)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for rule in training:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_weight=-20).as_pandas_dataframe()
    pairs = [labelled.pair(*ids) for ids in zip(found.unique_id_l, found.unique_id_r)]
    return pairs, found.match_weight.to_numpy()


def febrl_model():
    comparisons = [
        cl.NameComparison("given_name"), cl.NameComparison("surname"),
        cl.ExactMatch("date_of_birth"), cl.LevenshteinAtThresholds("postcode", 2),
        cl.JaroWinklerAtThresholds("address_1", [0.9, 0.7]),
        cl.JaroWinklerAtThresholds("suburb", [0.9, 0.7]),
    ]
    rules = [
        block_on("given_name", "surname"), block_on("date_of_birth"),
        block_on("surname", "postcode"), block_on("given_name", "postcode"),
        block_on("postcode", "street_number"), block_on("address_1"),
    ]
    training = [block_on("date_of_birth"), block_on("postcode")]
    sure = [block_on("given_name", "surname", "date_of_birth")]
    return comparisons, rules, training, sure, 0.6


def febrl_with_number_model():
    comparisons, rules, training, sure, recall = febrl_model()
    number = cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2])
    return [*comparisons, number], [*rules, block_on("soc_sec_id")], training, sure, recall


def historical_model():
    comparisons = [
        cl.NameComparison("first_name").configure(term_frequency_adjustments=True),
        cl.NameComparison("surname").configure(term_frequency_adjustments=True),
        cl.DateOfBirthComparison("dob", input_is_string=True),
        cl.LevenshteinAtThresholds("postcode_fake", [1, 2]),
        cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
        cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
    ]
    rules = [
        block_on("first_name", "surname"), block_on("surname", "dob"), block_on("first_name", "dob"),
        block_on("postcode_fake", "first_name"), block_on("postcode_fake", "surname"),
        block_on("dob", "birth_place"),
    ]
    training = [block_on("first_name", "surname"), block_on("dob")]
    return comparisons, rules, training, [block_on("first_name", "surname", "dob")], 0.6


def prepare_difficult(frame):
    for column in ("given_names", "surnames", "place_of_birth"):
        frame[column] = frame[column].map(plain)
    frame["given_1"] = frame.given_names.str.split().str[0]
    frame["surname_1"] = frame.surnames.str.split().str[0]
    frame["surname_2"] = frame.surnames.str.split().str[1]
    both = frame.given_names + " " + frame.surnames
    frame["whole_name"] = both.map(lambda name: " ".join(sorted(name.split())))
    frame["dob"] = frame.date_of_birth.where(frame.date_of_birth.str.len() == 10)
    frame["year"] = frame.date_of_birth.str[:4]
    frame["phone"] = frame.phone.str.replace(r"\D", "", regex=True).str[-7:]
    frame["document"] = frame.document.str.replace(r"\W", "", regex=True)
    return frame


SURE_OF_DIFFICULT = [
    block_on("phone"), block_on("document"), block_on("given_names", "surnames", "dob")
]


def documented_model():
    comparisons = [
        cl.NameComparison("given_names").configure(term_frequency_adjustments=True),
        cl.NameComparison("surnames").configure(term_frequency_adjustments=True),
        cl.DateOfBirthComparison("dob", input_is_string=True), cl.ExactMatch("sex"),
        cl.ExactMatch("nationality"),
        cl.ExactMatch("place_of_birth").configure(term_frequency_adjustments=True),
        cl.LevenshteinAtThresholds("phone", [1, 2]), cl.LevenshteinAtThresholds("document", [1, 2]),
    ]
    rules = [
        block_on("given_names", "surnames"), block_on("surnames", "year"),
        block_on("given_names", "year"), block_on("dob"), block_on("phone"), block_on("document"),
    ]
    training = [block_on("dob"), block_on("given_names", "surnames")]
    return comparisons, rules, training, SURE_OF_DIFFICULT, 0.3


def expert_model():
    comparisons = [
        cl.JaroWinklerAtThresholds("given_1", [0.92, 0.8]).configure(term_frequency_adjustments=True),
        cl.JaroWinklerAtThresholds("surname_1", [0.92, 0.8]).configure(
            term_frequency_adjustments=True
        ),
        cl.JaroWinklerAtThresholds("surname_2", [0.92, 0.8]),
        cl.JaroWinklerAtThresholds("whole_name", [0.95, 0.9, 0.8]),
        cl.DateOfBirthComparison("dob", input_is_string=True), cl.ExactMatch("year"),
        cl.ExactMatch("sex"), cl.ExactMatch("nationality"),
        cl.JaroWinklerAtThresholds("place_of_birth", [0.9]).configure(
            term_frequency_adjustments=True
        ),
        cl.DamerauLevenshteinAtThresholds("phone", [1, 2]),
        cl.DamerauLevenshteinAtThresholds("document", [1, 2]),
    ]
    rules = [
        block_on("given_1", "surname_1"), block_on("surname_1", "year"),
        block_on("given_1", "year", "sex"), block_on("dob"), block_on("phone"), block_on("document"),
        block_on("surname_1", "surname_2"), "l.surname_1 = r.surname_2 and l.year = r.year",
        "l.surname_1 = r.given_1 and l.given_1 = r.surname_1",
        block_on("substr(given_1, 1, 3)", "substr(surname_1, 1, 3)"),
    ]
    training = [block_on("dob"), block_on("given_1", "surname_1")]
    return comparisons, rules, training, SURE_OF_DIFFICULT, 0.3


def ecm_pairs(labelled):
    """The pairs that recordlinkage's ECM takes for matches; it has no threshold to choose."""
    frames = [frame.set_index("unique_id").replace("", None) for frame in labelled.frames]
    indexer = recordlinkage.Index()
    for key in ("given_name", "surname", "date_of_birth", "postcode", "suburb"):
        indexer.block(key)
    compare = recordlinkage.Compare()
    for column in ("given_name", "surname", "address_1", "suburb"):
        compare.string(column, column, method="jarowinkler", threshold=0.85)
    for column in ("date_of_birth", "postcode", "state", "soc_sec_id"):
        if column in frames[0]:
            compare.exact(column, column)
    vectors = compare.compute(indexer.index(*frames), *frames)
    found = recordlinkage.ECMClassifier(binarize=0.8).fit_predict(vectors)
    pairs = [labelled.pair(*ids) for ids in found]
    return pairs, numpy.ones(len(pairs))


def splink(prepare, model):
    return lambda labelled: splink_pairs(labelled, prepare, *model())


def peers(name):
    if name.startswith("febrl"):
        model = febrl_model if name.endswith("_no_ssn") else febrl_with_number_model
        return {"Splink": splink(lambda frame: frame, model), "ECM": ecm_pairs}
    if name == "historical_50k":
        return {"Splink": splink(lambda frame: frame, historical_model)}
    if name.startswith("difficult"):
        return {
            "Splink": splink(prepare_difficult, documented_model),
            "Splink expert": splink(prepare_difficult, expert_model),
        }
    return {}


def main(folder):
    names = sorted(path.name.removesuffix(".truth.csv") for path in folder.glob("*.truth.csv"))
    with open(folder / "peers.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["set", "program", "pairs", "one_to_one", "cpu_seconds"])
        for name in names:
            for program, link in peers(name).items():
                labelled = LabelledSet(folder, name)
                start = spent()
                pairs, weights = link(labelled)
                seconds = spent() - start
                row = [name, program, f"{labelled.best_f1(pairs, weights):.4f}", ""]
                if labelled.is_one_to_one:
                    row[3] = f"{labelled.best_f1(*labelled.one_to_one(pairs, weights)):.4f}"
                writer.writerow([*row, f"{seconds:.1f}"])
                file.flush()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
