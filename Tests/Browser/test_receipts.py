"""Receipts: on the screen and on paper, and the page that checks them in the browser alone."""

import io
import json
import os
import re
from base64 import b64encode
from urllib.request import urlopen

import pytest
import zxingcpp
from conftest import DESK, PHONE, ROOT, expect_accessible, run, shoot
from PIL import Image
from receipts import LOG, Key, Record, SplitMix64, forgeries, mutant, sha256

VECTORS = ROOT.parent / "shared" / "vectors" / "tlog-proof"
MUTANTS = int(os.environ.get("MUTANTS", "400"))


@pytest.fixture(scope="session")
def saved(demo, tmp_path_factory):
    """The page that checks, saved as a file; the demonstration is not asked again."""
    path = tmp_path_factory.mktemp("saved") / "enlace-check.html"
    path.write_bytes(fetch(f"{demo.address}/check/file"))
    return path


def fetch(address):
    with urlopen(address, timeout=20) as answer:
        return answer.read()


@pytest.fixture
def alone(browser, saved):
    """Opens the saved page with the network off: alone() or alone(setup="…script…")."""
    contexts, requests, complaints = [], [], []

    def open_page(setup=None, locale="es-MX", size=DESK):
        context = browser.new_context(locale=locale, viewport=size, offline=True)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if setup:
            page.add_init_script(setup)
        page.goto(saved.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [url for url in requests if not url.startswith(("file:", "blob:"))] == []
    assert complaints == []


def give(page, receipt, policy=None):
    """Pastes a receipt, presses the button, and gives the outcome and the reason that are shown."""
    if policy is not None:
        choose(page, "#policy-file", policy)
    page.locator("#receipt-text").fill(receipt)
    return pressed(page)


def choose(page, selector, text):
    data = text if isinstance(text, bytes) else text.encode()
    file = {"name": "file.txt", "mimeType": "text/plain", "buffer": data}
    page.locator(selector).set_input_files(file)


def pressed(page):
    page.evaluate("document.querySelectorAll('[data-outcome]').forEach((part) => part.hidden = true)")
    page.locator("#check").click()
    page.locator("[data-outcome]:visible").wait_for()
    reasons = page.locator("p[data-reason]:visible")
    assert reasons.count() == 1
    return (
        page.locator("[data-outcome]:visible").get_attribute("data-outcome"),
        reasons.get_attribute("data-reason"),
    )


IN_PAGE = """async ([receipts, policy]) => {
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const outcomes = [];
  for (const receipt of receipts) {
    const { outcome, reason } = await checkReceipt(bytes(receipt), bytes(policy));
    outcomes.push([outcome, reason]);
  }
  return outcomes;
}"""


def in_page(page, receipts, policy):
    texts = [b64encode(receipt).decode() for receipt in receipts]
    return [tuple(said) for said in page.evaluate(IN_PAGE, [texts, b64encode(policy).decode()])]


def by_command(folder, receipts, policy):
    """What `enlace verify receipt` says of each, and what it exits with."""
    (folder / "policy.txt").write_bytes(policy)
    paths = []
    for number, receipt in enumerate(receipts):
        paths.append(folder / f"{number}.tlog-proof")
        paths[-1].write_bytes(receipt)
    done = run("verify", "receipt", "--json", "--policy", folder / "policy.txt", *paths)
    said = [(line["outcome"], line["reason"]) for line in json.loads(done.stdout)]
    outcomes = {outcome for outcome, _ in said}
    code = 1 if "notValid" in outcomes else 2 if "cannotCheck" in outcomes else 0
    assert done.returncode == code
    return said


# ---- The receipt on the screen and on paper ----


def receipt_pages(page):
    """The receipts that the newest encounter's page leads to."""
    page.goto("/encounters")
    encounters = page.locator("main a[href^='/encounters/']:not([href$='/new'])")
    page.goto(encounters.first.get_attribute("href"))
    links = page.locator("main a[href^='/receipts/']")
    return [links.nth(number).get_attribute("href") for number in range(links.count())]


def ready(page, path):
    """Opens a receipt and waits until the witnesses have vouched; the page asks again by itself."""
    page.goto(path)
    page.locator(".sheet").wait_for(timeout=60_000)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_receipt_is_printed_on_one_sheet_with_a_code_that_a_reader_reads(
    visit, demo, tmp_path, size
):
    policy = fetch(f"{demo.address}/policy")
    page = visit("oficial.tapachula", size=size)
    paths = receipt_pages(page)
    assert paths
    for path in paths:
        ready(page, path)
        expect_accessible(page)
        shoot(page, f"receipt-{'phone' if size == PHONE else 'desk'}")
        answer = page.request.get(f"{path}/file")
        disposition = answer.headers["content-disposition"]
        assert re.fullmatch(r'attachment; filename="enlace-\d+\.tlog-proof"', disposition)
        text = answer.text()
        page.emulate_media(media="print")
        paper = Image.open(io.BytesIO(page.screenshot(full_page=True)))
        shoot(page, "receipt-paper")
        (code,) = zxingcpp.read_barcodes(paper)
        # The witnesses may have vouched anew between the page and the file.
        assert code.text.split("\n")[:3] == text.split("\n")[:3]
        both = [code.text.encode(), text.encode()]
        assert by_command(tmp_path, both, policy) == [("verified", "vouched")] * 2
        for paper_size in ["A4", "Letter"]:
            pdf = page.pdf(format=paper_size)
            assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
        page.emulate_media(media="screen")


def test_the_sheet_tells_nothing_of_a_person_or_of_what_was_done(visit):
    page = visit("oficial.tapachula")
    path = receipt_pages(page)[0]
    ready(page, path)
    page.emulate_media(media="print")
    paper = page.locator("body").inner_text()
    file = page.request.get(f"{path}/file").text()
    page.emulate_media(media="screen")
    entry = page.goto(path.replace("/receipts/", "/record/entries/"))
    assert entry.status == 200
    kind = page.locator("main .lede").inner_text()
    member = page.locator(".member strong").inner_text()
    agency = page.locator(".member > span > span").inner_text()
    for secret in [kind, member, agency, "oficial.tapachula"]:
        assert secret and secret not in paper and secret not in file
    lines = file.split("\n")
    assert re.fullmatch(r"extra [A-Za-z0-9+/]{43}=", lines[1])
    assert re.fullmatch(r"index \d+", lines[2])
    blank = lines.index("")
    assert all(re.fullmatch(r"[A-Za-z0-9+/]{43}=", line) for line in lines[3:blank])
    assert all(line.startswith("\u2014 ") for line in lines[blank + 5 : -1])


def test_a_receipt_of_the_demonstration_is_verified_by_everybody(visit, alone, demo, tmp_path):
    member = visit("trabajo.social")
    paths = ["/receipts/3"]
    ready(member, paths[0])
    text = member.request.get(f"{paths[0]}/file").text()
    policy = fetch(f"{demo.address}/policy")
    stranger = visit()
    assert stranger.goto("/check").status == 200
    expect_accessible(stranger)
    outcome = give(stranger, text)
    assert outcome[0] == "verified"
    expect_accessible(stranger)
    shoot(stranger, "check-verified")
    assert give(alone(), text) == outcome
    assert by_command(tmp_path, [text.encode()], policy) == [outcome]


# ---- The page that checks ----


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_saved_page_checks_with_the_network_off(alone, size):
    record = Record()
    page = alone(size=size)
    name = "phone" if size == PHONE else "desk"
    assert page.locator("#unable").is_hidden()
    expect_accessible(page)
    shoot(page, f"check-{name}")
    assert pressed(page) == ("cannotCheck", "empty")
    assert give(page, record.receipt(3)) == ("notValid", "otherLog")
    assert give(page, record.receipt(3), record.policy) == ("verified", "vouched")
    said = page.locator("#outcome").inner_text()
    assert "Verificado" in said and "Verified" not in said
    for witness in record.witnesses:
        assert f"{witness.name} · " in said
    assert "noviembre de 2025" in said
    assert page.locator("[data-value=index]").inner_text() == "3"
    assert page.locator("[data-value=leaf]").inner_text() == record.leaves[3].hex()
    expect_accessible(page)
    shoot(page, f"check-verified-{name}")
    # What was chosen as a file is checked as well as what was pasted, and the outcome before it goes.
    choose(page, "#receipt-file", record.receipt(4).replace("\n", "\r\n"))
    assert page.locator("[data-outcome]:visible").count() == 0
    assert page.locator("#receipt-text").input_value() == ""
    assert pressed(page) == ("verified", "vouched")
    assert page.locator("[data-value=index]").inner_text() == "4"
    page.locator("#receipt-text").fill("c2sp")
    assert page.locator("[data-outcome]:visible").count() == 0
    assert page.locator("#receipt-file").input_value() == ""
    assert give(page, record.receipt(3).replace("index 3", "index 2")) == ("notValid", "badProof")
    expect_accessible(page)
    shoot(page, f"check-not-valid-{name}")
    assert give(page, record.receipt(3), "quorum\n") == ("cannotCheck", "badPolicy")


def test_the_page_speaks_both_languages_and_changes_at_once(alone):
    record = Record()
    page = alone()
    give(page, record.receipt(1), record.policy)
    assert page.locator("html").get_attribute("lang") == "es"
    assert "Revisar un comprobante" in page.title()
    assert page.locator("[data-to=es]").is_hidden()
    page.locator("[data-to=en]").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert "Check a receipt" in page.title()
    english = page.locator("body").inner_text()
    assert "Verified" in english and "Verificado" not in english and "November" in english
    expect_accessible(page)
    assert "⟦" not in page.content()


def test_the_served_page_is_in_the_reader_s_language(visit):
    assert "Check a receipt" in reader_sees(visit(locale="en-GB"))
    assert "Revisar un comprobante" in reader_sees(visit(locale="es-MX"))


def reader_sees(page):
    page.goto("/check")
    return page.locator("h1").inner_text()


def test_the_page_can_send_nothing_anywhere(browser, demo):
    page = browser.new_context().new_page()
    page.goto(f"{demo.address}/check")
    said = page.evaluate(
        """async () => {
          const tried = {};
          tried.fetch = await fetch('/checkpoint').then(() => 'sent', () => 'refused');
          tried.beacon = await new Promise((resolve) => {
            const image = new Image();
            image.onload = () => resolve('sent');
            image.onerror = () => resolve('refused');
            image.src = '/assets/icon.svg';
          });
          try { document.body.innerHTML += '<p>'; tried.markup = 'made'; }
          catch { tried.markup = 'refused'; }
          const script = document.createElement('script');
          try { script.textContent = 'window.ran = true'; document.body.append(script); } catch {}
          tried.script = window.ran ? 'ran' : 'refused';
          return tried;
        }"""
    )
    assert set(said.values()) == {"refused"}, said
    page.context.close()


WITHOUT_ED25519 = """
  const importKey = SubtleCrypto.prototype.importKey;
  SubtleCrypto.prototype.importKey = function (form, key, algorithm, ...rest) {
    return (algorithm.name ?? algorithm) === 'Ed25519'
      ? Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'))
      : importKey.call(this, form, key, algorithm, ...rest);
  };"""
SAYS_YES = "SubtleCrypto.prototype.verify = async () => true;"
WITHOUT_SUBTLE = "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined });"


@pytest.mark.parametrize(
    "setup, reason",
    [
        (WITHOUT_ED25519, "noEd25519"),
        (SAYS_YES, "noEd25519"),
        (WITHOUT_SUBTLE, "notSecure"),
        ("SubtleCrypto.prototype.digest = () => Promise.reject(new Error());", "failed"),
    ],
    ids=["without Ed25519", "says yes to all", "without cryptography", "fails"],
)
def test_a_browser_that_cannot_check_says_so_and_never_verified(alone, setup, reason):
    record = Record()
    page = alone(setup)
    forged = forgeries(record)["another index"][0]
    for receipt in [record.receipt(0), forged]:
        assert give(page, receipt, record.policy) == ("cannotCheck", reason)
    expect_accessible(page)
    shoot(page, f"check-{reason}")


@pytest.mark.parametrize("script", [True, False], ids=["too old", "without script"])
def test_a_browser_that_cannot_run_the_page_is_told_so(browser, saved, script):
    context = browser.new_context(java_script_enabled=script, locale="es-MX")
    page = context.new_page()
    # An old browser stops somewhere in the script.
    page.add_init_script("delete Intl.DateTimeFormat")
    page.goto(saved.as_uri())
    assert "No se pudo revisar aquí" in page.locator("#unable").inner_text()
    assert "demasiado antiguo" in page.locator("#unable").inner_text()
    assert page.locator("#check").is_hidden()
    context.close()


# ---- Forgeries, mutants and vectors: the page and the command say the same ----


@pytest.mark.parametrize("forgery", forgeries(Record()).keys())
def test_a_forged_receipt_is_refused_for_its_reason(alone, tmp_path, forgery):
    record = Record()
    receipt, reason = forgeries(record)[forgery]
    assert give(alone(), receipt, record.policy) == ("notValid", reason)
    said = by_command(tmp_path, [receipt.encode()], record.policy.encode())
    assert said == [("notValid", reason)]


@pytest.mark.parametrize("bit", range(8))
def test_a_receipt_with_any_byte_flipped_is_not_valid(alone, bit):
    record = Record(size=3)
    page = alone()
    receipt = record.receipt(1).encode()
    assert in_page(page, [receipt], record.policy.encode()) == [("verified", "vouched")]
    flipped = [
        receipt[:place] + bytes([receipt[place] ^ 1 << bit]) + receipt[place + 1 :]
        for place in range(len(receipt))
    ]
    said = in_page(page, flipped, record.policy.encode())
    assert {outcome for outcome, _ in said} == {"notValid"}


@pytest.mark.parametrize("seed", range(1, 5))
def test_page_and_command_agree_on_mutants(alone, tmp_path, seed):
    random = SplitMix64(seed)
    # Two of three are enough, so that some of what is changed is not needed and stays verified.
    record = Record(size=1 + random.below(40), quorum=2)
    donor = Record(seed="donor").receipt(2)
    policy = record.policy.encode()
    receipts = [
        mutant(record.receipt(random.below(len(record.leaves))), random, donor)
        for _ in range(MUTANTS // 4)
    ]
    said = in_page(alone(), receipts, policy)
    assert said == by_command(tmp_path, receipts, policy)
    assert {"verified", "notValid"} == {outcome for outcome, _ in said}


def test_page_and_command_agree_on_mutants_of_the_policy(alone, tmp_path):
    random = SplitMix64(11)
    record = Record(quorum=2)
    receipt = record.receipt(2).encode()
    page = alone()
    outcomes = set()
    for _ in range(MUTANTS // 8):
        policy = mutant(record.policy, random, Record(seed="donor").policy)
        said = in_page(page, [receipt], policy)
        assert said == by_command(tmp_path, [receipt], policy), policy
        outcomes.add(said[0][0])
    assert outcomes >= {"verified", "cannotCheck"}


@pytest.mark.skipif(not VECTORS.exists(), reason="the shared folder is absent")
def test_the_proof_that_others_verified_is_verified(alone, tmp_path):
    proof = (VECTORS / "entry-12345.tlog-proof").read_text()
    policy = (VECTORS / "policy.txt").read_bytes()
    leaf = b64encode(sha256(b"\0" + (VECTORS / "leaf.txt").read_bytes())).decode()
    receipt = proof.replace("@v1\n", f"@v1\nextra {leaf}\n").encode()
    wanted = [("verified", "vouched"), ("notValid", "noLeafHash")]
    receipts = [receipt, proof.encode()]
    assert in_page(alone(), receipts, policy) == wanted
    assert by_command(tmp_path, receipts, policy) == wanted


LOW_ORDER = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "f5ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
]


def test_page_and_command_refuse_keys_that_verifiers_disagree_on(alone, tmp_path):
    record = Record()
    page = alone()
    for key in LOW_ORDER:
        weak = Key(record.log.name, LOG, "weak")
        weak.public = bytes([LOG]) + bytes.fromhex(key)
        weak.id = sha256(f"{weak.name}\n".encode() + weak.public)[:4]
        line = f"log {weak.name}+{weak.id.hex()}+{b64encode(weak.public).decode()}\n"
        policy = (line + record.policy).encode()
        receipt = record.receipt(0).encode()
        wanted = [("cannotCheck", "badPolicy")]
        assert in_page(page, [receipt], policy) == wanted
        assert by_command(tmp_path, [receipt], policy) == wanted


# ---- The command for people ----


@pytest.mark.parametrize(
    "language, words",
    [
        ("es_MX.UTF-8", ["Verificado.", "No es válido.", "No se pudo revisar aquí."]),
        ("en_GB.UTF-8", ["Verified.", "Not valid.", "Could not be checked here."]),
    ],
)
def test_the_command_says_one_of_three_things_and_why(tmp_path, language, words):
    record = Record()
    (tmp_path / "policy.txt").write_text(record.policy)
    (tmp_path / "good").write_text(record.receipt(2))
    (tmp_path / "bad").write_text(forgeries(record)["a cosignature stripped"][0])
    environment = {**os.environ, "LC_ALL": language}

    def said(*arguments):
        done = run("verify", "receipt", *arguments, cwd=tmp_path, env=environment)
        return done.returncode, done.stdout

    code, text = said("good")
    assert code == 0 and text.startswith(f"good: {words[0]}") and "witness.example/1 · " in text
    code, text = said("bad")
    assert code == 1 and text.startswith(f"bad: {words[1]}") and text.count("\n") == 1
    for arguments in [["absent"], [tmp_path], ["good", "--policy", "absent"], ["good", "--policy", "bad"]]:
        code, text = said(*arguments)
        assert code == 2 and words[2] in text
    assert said("good", "absent", "bad")[0] == 1
