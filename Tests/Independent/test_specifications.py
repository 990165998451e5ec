"""The verifier itself: published vectors, and another implementation of the tree."""

import json
from pathlib import Path

import pytest
from pymerkle import InmemoryTree

from tlog import base64, merkle
from tlog.checkpoint import Checkpoint
from tlog.fault import Fault
from tlog.note import Key, Note
from tlog.policy import Policy
from tlog.proof import Proof
from tlog.tiles import all_tiles, bundle, hashes, parse

ROOT = Path(__file__).resolve().parents[2]
VECTORS = ROOT.parent / "shared" / "vectors"

vectors = pytest.mark.skipif(not VECTORS.is_dir(), reason="../shared/vectors is absent")


def read(path):
    return json.loads((VECTORS / path).read_text())


def cases(folder):
    """Files of a folder of vectors, by their paths; none when it is absent."""
    return sorted(str(path.relative_to(VECTORS)) for path in (VECTORS / folder).rglob("*.json"))


def refuses(action, *arguments):
    try:
        action(*arguments)
    except Fault:
        return True
    return False


@pytest.mark.parametrize("size", [*range(1, 40), 255, 256, 257, 511, 512, 513, 1000])
def test_roots_and_paths_are_those_of_pymerkle(size):
    entries = [f"entry {index}".encode() for index in range(size)]
    tree = InmemoryTree()
    growing = merkle.GrowingTree()
    for entry in entries:
        tree.append_entry(entry)
        growing.append(merkle.leaf_hash(entry))
        assert growing.root == tree.get_root()
    leaves = [merkle.leaf_hash(entry) for entry in entries]
    assert merkle.root(leaves) == tree.get_root()
    for index in {0, size // 3, size // 2, size - 1}:
        path = tree.prove_inclusion(index + 1).path[1:]
        assert merkle.inclusion_path(index, leaves) == path
        merkle.verify_inclusion(index, size, leaves[index], path, tree.get_root())


@vectors
def test_the_reference_tree_has_its_roots_and_proofs():
    reference = read("rfc6962/ct-reference-8-leaves.json")
    leaves = [merkle.leaf_hash(bytes.fromhex(leaf)) for leaf in reference["leaf_inputs_hex"]]

    def digest(text):
        return bytes.fromhex(text) if len(text) == 64 else base64.decode(text)

    roots = [digest(root) for root in reference["roots"]]
    assert [merkle.root(leaves[:size]) for size in range(9)] == roots
    for case in reference["inclusion"]:
        index, size, path = case["index"], case["size"], list(map(digest, case["proof"]))
        assert merkle.inclusion_path(index, leaves[:size]) == path
        merkle.verify_inclusion(index, size, leaves[index], path, roots[size])
    for case in reference["consistency"]:
        old, new, proof = case["size1"], case["size2"], list(map(digest, case["proof"]))
        merkle.verify_consistency(old, roots[old], new, roots[new], proof)


@vectors
def test_a_large_tree_has_the_roots_of_others():
    roots = read("rfc6962/large-tree-roots.json")["roots"]
    tree, checked = merkle.GrowingTree(), 0
    for index in range(70_000):
        tree.append(merkle.leaf_hash(f"entry {index}".encode()))
        if expected := roots.get(str(index + 1)):
            assert tree.root == bytes.fromhex(expected)
            checked += 1
    assert checked == len(roots)


@vectors
@pytest.mark.parametrize("path", cases("rfc6962/inclusion"))
def test_inclusion(path):
    case = read(path)
    refused = refuses(
        lambda: merkle.verify_inclusion(
            case["leafIdx"],
            case["treeSize"],
            base64.decode(case["leafHash"]),
            [base64.decode(text) for text in case["proof"] or []],
            base64.decode(case["root"]),
        )
    )
    assert refused == case["wantErr"]


# Where the authors chose something that the specification does not ask for.
OTHER_CHOICES = {
    # Its roots are words, which are no hashes; its authors compare them without a look.
    "rfc6962/consistency/additional/sizes-are-equal-one-and-proof-is-empty.json": True,
}


@vectors
@pytest.mark.parametrize("path", cases("rfc6962/consistency"))
def test_consistency(path):
    case = read(path)
    refused = refuses(
        lambda: merkle.verify_consistency(
            case["size1"],
            base64.decode(case["root1"]),
            case["size2"],
            base64.decode(case["root2"]),
            [base64.decode(text) for text in case["proof"] or []],
        )
    )
    assert refused == OTHER_CHOICES.get(path, case["wantErr"])


@vectors
def test_notes_are_read_and_believed_as_their_vectors_say():
    known = read("signed-note/signed-note.json")
    for case in known["good"]:
        note = Note.parse(case["note"].encode())
        assert note.text == case["text"]
        signers = [key for key in map(Key.parse, case["vkeys"]) if note.signed_by(key)]
        assert sorted(key.name for key in signers) == sorted(set(case["verified"]))
    for case in known["invalid_signature"]:
        note = Note.parse(case["note"].encode())
        assert any(refuses(note.signed_by, Key.parse(key)) for key in case["vkeys"])
    for text in known["malformed_notes"]:
        assert refuses(Note.parse, text.encode()), text
    for text in known["malformed_notes_hex"]:
        assert refuses(Note.parse, bytes.fromhex(text)), text
    for text in known["bad_vkeys"]:
        assert refuses(Key.parse, text), text


@vectors
def test_checkpoints_are_believed_as_their_vectors_say():
    known = read("checkpoint/checkpoints.json")
    for case in known["good"]:
        note = Note.parse(case["note"].encode())
        assert note.signed_by(Key.parse(case["vkey"]))
        checkpoint = Checkpoint.parse(note.text)
        assert (checkpoint.origin, checkpoint.size) == (case["origin"], case["size"])
        assert base64.encode(checkpoint.root) == case["root_b64"]
    for body in known["bad_bodies"]:
        assert refuses(Checkpoint.parse, body), body


@vectors
def test_cosignatures_are_believed_as_their_vectors_say():
    known = read("cosignature/cosignature-v1.json")
    note = Note.parse(known["cosigned_by_both"].encode())
    for key, time in [
        (known["witness_vkey"], known["timestamp"]),
        (known["second"]["vkey"], known["second"]["timestamp"]),
    ]:
        assert note.signed_by(Key.parse(key)).time == time
    late = Note.parse(known["negative"]["tampered_timestamp"].encode())
    assert refuses(late.signed_by, Key.parse(known["witness_vkey"]))
    wrong = Key.parse(known["negative"]["same_key_as_type1_must_fail"])
    assert note.signed_by(wrong) is None


@vectors
def test_the_proof_of_the_vectors_holds_and_no_changed_one_does():
    policy = Policy.parse((VECTORS / "tlog-proof" / "policy.txt").read_bytes())
    data = (VECTORS / "tlog-proof" / "entry-12345.tlog-proof").read_bytes()
    leaf = merkle.leaf_hash(b"entry 12345")
    judged = Proof.parse(data).verify(leaf, policy)
    assert judged.checkpoint.size == 70_000 and len(judged.cosignatures) == 3
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 1
        try:
            judged = Proof.parse(bytes(changed)).verify(leaf, policy)
        except Fault:
            continue
        # A cosignature whose name or key id is not known is ignored, and two are enough.
        assert len(judged.cosignatures) == 2, place


@vectors
@pytest.mark.parametrize("size", ["0", "1", "255", "256", "257", "511", "512", "65536", "70000"])
def test_the_tiles_of_the_vectors_are_the_ones_that_are_due(size):
    known = read("tiles/tlog-tiles.json")["logs"][size]
    counts = {}
    for address in all_tiles(int(size)):
        counts[address.kind] = counts.get(address.kind, 0) + 1
        assert parse(str(address)) == address
    assert counts == known["tile_count"]
    assert set(known["tiles_sha256"]) <= {str(address) for address in all_tiles(int(size))}


@vectors
@pytest.mark.parametrize("size", range(1, 16))
def test_the_log_of_another_implementation_is_read(size):
    folder = VECTORS / "tiles" / "tessera-testdata-log"
    note = Note.parse((folder / f"checkpoint.{size}").read_bytes())
    checkpoint = Checkpoint.parse(note.text)
    entries, level = all_tiles(size)
    leaves = hashes((folder / str(level)).read_bytes(), size)
    found = bundle((folder / str(entries)).read_bytes(), size)
    assert [merkle.leaf_hash(entry) for entry in found] == leaves
    assert merkle.root(leaves) == checkpoint.root


@pytest.mark.parametrize(
    "path",
    [
        "tile/0/0", "tile/0/0000", "tile/0/x000/001", "tile/0/001.p/256", "tile/0/001.p/0",
        "tile/0/001.p/01", "tile/00/001", "tile/64/001", "tile/-1/001", "tile/0/x1/000",
        "tile/0/", "tile/entries/000/", "/tile/0/000", "tile/0/000.p/", "tile/0/x001/x000",
    ],
)
def test_another_spelling_of_an_address_is_refused(path):
    with pytest.raises(Fault):
        parse(path)


KEYS = {
    "log": "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
}


@pytest.mark.parametrize(
    "text",
    [
        "", "quorum none", "quorum x\n", "quorum none\nquorum none\n", "quorum\n", "nothing\n",
        f"log {KEYS['log']}\nlog {KEYS['log']}\nquorum none\n",
        f"witness a {KEYS['log']}\nquorum a\n",
        "group g 1\nquorum g\n", "group g any a\nquorum g\n", "quorum none\r\n",
    ],
)
def test_a_policy_that_is_none_is_refused(text):
    with pytest.raises(Fault):
        Policy.parse(text.encode())


def test_a_policy_is_read_with_its_comments_and_spaces():
    text = f"# a comment\n\n \tlog\t{KEYS['log']}  https://example.com/ \nquorum none\n"
    policy = Policy.parse(text.encode())
    assert [str(key) for key in policy.logs] == [KEYS["log"]]


def _policy_of(count, quorum):
    witnesses = [
        f"witness w{number} {Key('w', 4, bytes([number + 1]) * 32)}" for number in range(count)
    ]
    names = " ".join(f"w{number}" for number in range(count))
    lines = [*witnesses, f"group g {quorum} {names}", "quorum g"]
    return Policy.parse(("\n".join(lines) + "\n").encode())


@pytest.mark.parametrize(
    ("count", "quorum", "tolerated"),
    [(1, 1, 0), (2, 1, 0), (2, 2, 0), (3, 2, 0), (4, 3, 1), (5, 4, 1), (6, 4, 1), (7, 5, 2)],
)
def test_how_many_may_be_corrupt_is_what_the_rule_says(count, quorum, tolerated):
    """2q > n + f and q <= n - f, with at least f = 0 taken."""
    assert _policy_of(count, quorum).tolerated == tolerated
