"""The eight steps of the path, as three members of two agencies, in Spanish.

On a desk without script, which is all that the path needs; on a phone with script, which axe needs.
"""

import json
import sqlite3
import subprocess

import pytest
from conftest import DESK, ENLACE, PHONE, expect_accessible, run, shoot

SHELTER = "Albergue Casa del Puente"
NAME = "Itzayana Persona Inventada"


def check(page, name):
    """What every page of the path must be, and a picture of it."""
    if page.has_script:
        expect_accessible(page)
    assert "⟦" not in page.content()
    shoot(page, f"path-{name}")


def choose(page, field, value):
    page.locator(f"[name={field}][value='{value}']").check()


def unfold(page):
    """Opens every group of questions."""
    while page.locator("main details:not([open]) > summary:visible").count():
        page.locator("main details:not([open]) > summary:visible").first.click()


def answer(page, code, value):
    page.locator(f"label:has([name='answer.{code}'][value={value}])").click()
    assert page.locator(f"[name='answer.{code}'][value={value}]").is_checked()


def submit(page, button="main form .buttons button"):
    """Sends the form: the last one of the page, unless a button says which."""
    page.locator(button).last.click()


def meet(page, place, age="from18to29"):
    """Steps before a screening: an encounter with somebody."""
    page.goto("/encounters/new")
    page.locator("[name=place]").fill(place)
    choose(page, "direction", "northbound")
    page.locator("[name=travel]").select_option("raft")
    page.locator("[name=nationality]").select_option("HN")
    choose(page, "ageBand", age)
    choose(page, "sex", "female")
    choose(page, "discovery", "ownWork")
    choose(page, "incidents", "robbery")
    page.locator("[name=account]").fill("Cruzó en balsa por la mañana.")
    check(page, "1-encounter")
    submit(page)
    return page.url


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_path_from_the_border_to_the_shelter(visit, demo, size):
    script = size == PHONE
    officer = visit("oficial.tapachula", size=size, script=script)
    form = "phone" if size == PHONE else "desk"

    # 1. An encounter, and a screening begun.
    encounter = meet(officer, "Ciudad Hidalgo")
    check(officer, f"1-registered-{form}")
    officer.goto(f"{encounter}/screening")
    choose(officer, "sets", "unodc-general")
    choose(officer, "sets", "ilo-labour")
    check(officer, f"1-sets-{form}")
    submit(officer)

    # 2. Questions from data, a finding with reasons, and a person who decides.
    unfold(officer)
    for code in ["act-1", "means-5", "purpose-2", "g13", "d4-01", "d4-02", "d5-01"]:
        answer(officer, code, "yes")
    answer(officer, "means-1", "no")
    check(officer, f"2-questions-{form}")
    submit(officer)
    finding = officer.locator("main").inner_text()
    assert "Elementos presentes" in finding
    assert "ctima" not in finding and "victim" not in finding.lower()
    check(officer, f"2-finding-{form}")
    choose(officer, "next", "offerHelp")
    submit(officer)
    assert officer.locator(".errors").is_visible(), "a reason is required"
    choose(officer, "next", "offerHelp")
    officer.locator("[name=why]").fill("Deuda por el viaje y documentos retenidos.")
    submit(officer)
    check(officer, f"2-concluded-{form}")

    # 3. Consent, section by section and agency by agency.
    officer.goto(f"{encounter}/consent")
    officer.locator("[name=language]").select_option(index=1)
    choose(officer, "givenBy", "person")
    choose(officer, "interpreter", "notNeeded")
    officer.locator("[name=purpose]").fill("Un lugar seguro y atención médica")
    shelter = officer.locator(f"tr:has-text('{SHELTER}')")
    for section in ["identity", "health"]:
        shelter.locator(f"input[value$='.{section}']").check()
    check(officer, f"3-consent-{form}")
    submit(officer, "button[name=said][value=allowed]")
    assert officer.url == encounter

    # 4. A dossier, each section with a key of its own.
    officer.goto(f"{encounter}/dossier")
    officer.locator("[name=givenNames]").fill(NAME.split(" ", 1)[0])
    officer.locator("[name=familyNames]").fill(NAME.split(" ", 1)[1])
    officer.locator("[name=health]").fill("Fiebre desde el martes.")
    officer.locator("[name=legal]").fill("Todavía no quiere denunciar.")
    check(officer, f"4-dossier-form-{form}")
    submit(officer)
    # Somebody of this name was met before: the page that asks stands first, and the dossier behind it.
    dossier = officer.url.replace("/same-person/dossier-", "/dossiers/")
    assert NAME not in officer.content()
    check(officer, f"4-dossier-{form}")

    # 5. A referral to the shelter's queue, without a name.
    officer.goto(f"{dossier}/referral")
    officer.locator(f"label:has-text('{SHELTER}')").click()
    choose(officer, "services", "shelter")
    choose(officer, "services", "medical")
    choose(officer, "urgency", "emergency")
    officer.locator("[name=languages]").fill("español")
    officer.locator("[name=needs]").fill("Una cama esta noche y atención médica.")
    check(officer, f"5-referral-form-{form}")
    submit(officer)
    referral = officer.url
    check(officer, f"5-sent-{form}")

    # 6. The shelter sees it in its queue, and holds no key until it accepts.
    worker = visit("trabajo.social", size=size, script=script)
    worker.goto("/referrals")
    check(worker, f"6-queue-{form}")
    assert worker.goto(dossier).status == 404
    worker.goto(referral)
    assert NAME.split()[0] not in worker.content()
    assert "Una cama esta noche" in worker.content()
    check(worker, f"6-asked-{form}")
    submit(worker, "form[action$='/accept'] button")
    check(worker, f"6-accepted-{form}")
    worker.goto(dossier)
    check(worker, f"6-dossier-{form}")
    worker.goto(f"{dossier}/sections/legal")
    assert worker.locator("[name=purpose]").count() == 0, "no key, no way to open"
    assert "denunciar" not in worker.content()
    check(worker, f"6-closed-{form}")

    # 7. An opening leaves an entry, which the agency that leads the case sees.
    worker.goto(f"{dossier}/sections/identity")
    choose(worker, "purpose", "care")
    check(worker, f"7-purpose-{form}")
    submit(worker)
    assert NAME.split()[0] in worker.content()
    check(worker, f"7-opened-{form}")
    coordinator = visit("coordinadora.migracion", size=size, script=script)
    coordinator.goto(dossier)
    story = coordinator.locator(".timeline").inner_text()
    assert SHELTER in story and "abrió Identidad" in story
    check(coordinator, f"7-timeline-{form}")
    officer.goto(dossier)
    assert "abrió Identidad" in officer.locator(".timeline").inner_text()

    # 8. The record can be checked, on the page and without any password.
    coordinator.goto("/record")
    assert "El registro está completo y en orden" in coordinator.content()
    check(coordinator, f"8-record-{form}")
    verified = run("verify", "--data", demo.folder)
    assert verified.returncode == 0, verified.stdout


def test_a_refusal_lets_an_anonymous_notice_through_and_nothing_more(visit):
    officer = visit("oficial.tapachula", script=False)
    analyst = visit("analista", script=False)
    analyst.goto("/figures")
    before = analyst.locator("main").inner_text()
    encounter = meet(officer, "Talismán", age="from30to59")
    officer.goto(f"{encounter}/consent")
    officer.locator("[name=language]").select_option(index=1)
    choose(officer, "givenBy", "person")
    choose(officer, "interpreter", "notNeeded")
    officer.locator("[name=allowsNotice]").check()
    submit(officer, "button[name=said][value=refused]")
    assert officer.url == encounter
    assert officer.locator(f"a[href$='{encounter.split('/')[-1]}/dossier']").count() == 0
    assert officer.goto(f"{encounter}/dossier").status in (200, 409)
    analyst.goto("/figures")
    after = analyst.locator("main").inner_text()
    assert after != before
    assert "Talismán" not in after


def test_a_declined_referral_says_why_to_the_sender(visit):
    worker = visit("trabajo.social", script=False)
    worker.goto("/referrals")
    worker.locator("main tbody a").first.click()
    address = worker.url
    choose(worker, "reason", "full")
    worker.locator("[name=words]").fill("Mañana se libera una cama.")
    submit(worker, "form[action$='/decline'] button")
    officer = visit("oficial.tapachula", script=False)
    officer.goto(address)
    assert "Mañana se libera una cama." in officer.content()
    shoot(officer, "path-declined")


def test_a_draft_is_accepted_with_its_citation(visit):
    analyst = visit("analista")
    analyst.goto("/documents")
    analyst.locator("main tbody a").first.click()
    check(analyst, "review")
    card = analyst.locator("form:has(button:has-text('Aceptar'))").first
    card.get_by_role("button", name="Aceptar").click()
    analyst.goto("/directory")
    assert "06MEXICO3423" in analyst.content()


def tamper(folder, copy, change):
    """A copy of a record in which somebody with the file has changed something."""
    copy.mkdir()
    for file in folder.iterdir():
        if file.suffix in (".vkey", ".checkpoint", ".key"):
            (copy / file.name).write_bytes(file.read_bytes())
    source = sqlite3.connect(folder / "enlace.sqlite")
    target = sqlite3.connect(copy / "enlace.sqlite")
    source.backup(target)
    source.close()
    triggers = target.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for (name,) in triggers.fetchall():
        target.execute(f'DROP TRIGGER "{name}"')
    change(target)
    target.commit()
    target.close()


def entry(database, position):
    rows = database.execute("SELECT bytes FROM entry WHERE position = ?", (position,))
    return rows.fetchone()[0]


def put(database, position, value):
    database.execute("UPDATE entry SET bytes = ? WHERE position = ?", (value, position))


def flip(database):
    value = bytearray(entry(database, 11))
    value[len(value) // 2] ^= 1
    put(database, 11, bytes(value))


def remove(database):
    database.execute("DELETE FROM entry WHERE position = 11")


def swap(database):
    first, second = entry(database, 11), entry(database, 30)
    put(database, 11, second)
    put(database, 30, first)


@pytest.mark.parametrize("change", [flip, remove, swap])
def test_verify_names_the_entry_that_was_changed(demo, tmp_path, change):
    tamper(demo.folder, tmp_path / "copy", change)
    outcome = run("verify", "--json", "--data", tmp_path / "copy")
    assert outcome.returncode == 1
    findings = json.loads(outcome.stdout)["findings"]
    named = {position for f in findings for position in (f.get("first"), f.get("last"))}
    assert 11 in named
    if change is swap:
        assert 30 in named


@pytest.mark.parametrize("change", [flip, remove, swap])
def test_the_record_page_names_the_entry_that_was_changed(visit, tmp_path, change, demo):
    """The page of a server whose file is changed under it."""
    folder = tmp_path / "data"
    process = subprocess.Popen(
        [ENLACE, "demo", "--data", folder, "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        printed = ""
        for line in process.stdout:
            printed += line
            if "Ctrl-C" in line:
                break
        address = next(word for word in printed.split() if word.startswith("http://"))
        database = sqlite3.connect(folder / "enlace.sqlite")
        triggers = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        change(database)
        database.commit()
        database.close()
        page = visit()
        page.goto(f"{address}/sign-in")
        page.strangers.clear()
        page.locator("[name=signIn]").fill("observadora")
        page.locator("[name=password]").fill(demo.password)
        page.locator("main button").click()
        page.goto(f"{address}/record")
        text = page.locator("main").inner_text()
        assert "Hay algo que no coincide" in text
        assert "11" in page.locator("main table").first.inner_text()
        expect_accessible(page)
        shoot(page, f"record-{change.__name__}")
        page.strangers.clear()
    finally:
        process.terminate()
        process.wait(30)
