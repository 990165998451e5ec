"""One woman under several spellings: asked about, compared side by side, merged, and undone.

On a desk without script, which is all that it needs; on a phone with script, which axe needs.
"""

import re

import pytest
from conftest import DESK, PHONE, expect_accessible, shoot

WOMEN = [
    (
        {
            "givenNames": "Citlalli Inventada",
            "familyNames": "Quetzaltepec Yolotzin",
            "birthDate": "1996-09-17",
        },
        {
            "givenNames": "Sitlali Inventada",
            "familyNames": "Quetzaltepeque Yolotzin",
            "birthDate": "17/09/1996",
        },
    ),
    (
        {
            "givenNames": "Hortencia Ficticia",
            "familyNames": "Bugambilia Zopilotero",
            "birthDate": "1979-03-30",
        },
        {
            "givenNames": "Ortensia Ficticia",
            "familyNames": "Bugambilia Sopilotero",
            "birthDate": "30/03/1979",
        },
    ),
]
NAMES = {
    word
    for woman in WOMEN
    for person in woman
    for text in person.values()
    for word in text.split()
    if word.isalpha()
}


def check(page, name, size, named=False):
    """What every page must be, and a picture of it; a name stands only where it was opened."""
    if page.has_script:
        expect_accessible(page)
    assert "⟦" not in page.content()
    for text in NAMES:
        assert text not in page.title() and text not in page.url
        assert named or text not in page.locator("main").inner_text()
    shoot(page, f"same-person-{name}-{'phone' if size == PHONE else 'desk'}")


def choose(page, field, value):
    page.locator(f"[name={field}][value='{value}']").check()


def meet(page, person, place):
    page.goto("/encounters/new")
    page.locator("[name=place]").fill(place)
    choose(page, "direction", "northbound")
    page.locator("[name=travel]").select_option("onFoot")
    page.locator("[name=nationality]").select_option("SV")
    choose(page, "ageBand", "from18to29")
    choose(page, "sex", "female")
    choose(page, "discovery", "ownWork")
    for field, text in person.items():
        page.locator(f"[name={field}]").fill(text)


def submit(page, button="main form.form .buttons button"):
    page.locator(button).last.click()


def consent(page, encounter):
    page.goto(f"{encounter}/consent")
    page.locator("[name=language]").select_option(index=1)
    choose(page, "givenBy", "person")
    choose(page, "interpreter", "notNeeded")
    page.locator("[name=purpose]").fill("Un lugar para dormir")
    page.locator("tr:has-text('Albergue Casa del Puente') input[value$='.identity']").check()
    submit(page, "button[name=said][value=allowed]")


def open_dossier(page, encounter, person):
    page.goto(f"{encounter}/dossier")
    for field, text in person.items():
        page.locator(f"[name={field}]").fill(text)
    submit(page)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_two_encounters_of_one_woman(visit, size):
    # Each size has a woman of its own: what the first found must not be found again.
    first, second = WOMEN[size == DESK]
    officer = visit("oficial.tapachula", size=size, script=size == PHONE)
    meet(officer, first, "Ciudad Hidalgo")
    check(officer, "1-form", size, named=True)
    submit(officer)
    one = officer.url
    meet(officer, second, "Huixtla")
    submit(officer)
    other = officer.url
    check(officer, "2-perhaps", size)
    assert "Quizá ya conoce a esta persona" in officer.locator("main").inner_text()
    officer.get_by_role("link", name="Ver con quién").click()
    check(officer, "3-who", size)
    assert "Fecha de nacimiento: iguales" in officer.locator("main").inner_text()
    assert "Ciudad Hidalgo" in officer.locator("main").inner_text()

    # A dossier of each; opening the second asks at once.
    for encounter, person in [(one, first), (other, second)]:
        consent(officer, encounter)
        open_dossier(officer, encounter, person)
    assert "/same-person/dossier-" in officer.url
    check(officer, "4-asked", size)
    officer.get_by_role("link", name=re.compile("Ver los dos lado a lado")).first.click()
    pair = officer.url
    check(officer, "5-closed", size)

    # Side by side, each opening an entry.
    officer.get_by_role("button", name="Abrir los dos y comparar").click()
    assert officer.url == pair
    check(officer, "6-opened", size, named=True)
    text = officer.locator("main").inner_text()
    for person in (first, second):
        for value in person.values():
            assert value in text
    assert officer.locator("a[href^='/record/entries/']").count() == 2

    # Without a reason it is not decided; with one it is.
    choose(officer, "verdict", "merged")
    submit(officer)
    assert "Por qué: Falta este dato" in officer.locator(".errors").inner_text()
    check(officer, "7-mistake", size, named=True)
    choose(officer, "verdict", "merged")
    officer.locator("[name=why]").fill("Ella misma lo dijo, y tiene la misma cicatriz.")
    submit(officer)
    assert "Se decidió que son la misma persona" in officer.locator("main").inner_text()
    check(officer, "8-merged", size, named=True)
    officer.goto("/dossiers")
    check(officer, "9-list", size)
    assert officer.locator("tbody tr:has-text('=')").count() >= 1
    officer.goto(other)
    assert "Se le ha encontrado 2 veces" in officer.locator("main").inner_text()
    check(officer, "10-met-twice", size)
    officer.goto("/encounters")
    check(officer, "11-register", size)

    # And undone, from the dossier's own page.
    officer.goto(pair)
    officer.locator(".back a").click()
    check(officer, "12-dossier", size)
    officer.get_by_role("link", name=re.compile("^Deshacer")).first.click()
    assert officer.locator("[name=verdict][value=undone]").is_checked()
    officer.locator("[name=why]").fill("Eran dos primas.")
    submit(officer)
    assert "De estos dos no se ha decidido nada" in officer.locator("main").inner_text()
    check(officer, "13-undone", size, named=True)
    officer.goto("/same-person")
    check(officer, "14-all", size)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_coordinator_sees_what_waits_and_opens_nothing(visit, size):
    coordinator = visit("coordinadora.migracion", size=size, script=size == PHONE)
    coordinator.goto("/same-person")
    check(coordinator, "15-coordinator", size)
    coordinator.get_by_role("link", name=re.compile("Ver los dos lado a lado")).first.click()
    check(coordinator, "16-coordinator-pair", size)
    assert coordinator.locator("main form").count() == 0
