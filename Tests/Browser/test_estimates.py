"""From a table of overlaps to what everybody reads.

On a desk without script, which is all that it needs; on a phone with script, which axe needs.
"""

import pytest
from conftest import DESK, PHONE, expect_accessible, shoot

# A row of zeros where nobody is on just those lists.
FEW = {1: "84", 2: "61", 3: "2", 4: "47", 5: "1"}
MANY = {1: "1211", 2: "1307", 3: "213", 4: "907", 5: "143", 6: "171", 7: "6"}


def enter(page, counts):
    """Fills in a table of three lists."""
    page.goto("/estimation/tables/new?lists=3")
    page.locator("[name=population]").fill("Personas inventadas de la prueba")
    page.locator("[name=place]").fill("Soconusco")
    page.locator("[name=from]").fill("2026-10-01")
    page.locator("[name=until]").fill("2026-10-31")
    page.locator("[name=definition]").fill("Dos elementos presentes")
    page.locator("[name=samePopulation][value=yes]").check()
    for number, name in enumerate(["Migración", "Albergue", "Clínica"], 1):
        page.locator(f"[name=list-{number}]").fill(name)
        page.locator(f"[name=making-{number}]").select_option("independent")
    for history, people in counts.items():
        page.locator(f"[name=history-{history}]").fill(people)
    page.locator("[name=linkage]").fill("Por nombre y año de nacimiento")
    page.locator("[name=linkedBy]").fill("Secretaría técnica")


def submit(page):
    page.locator("main form.form button").click()


def check(page, name, size):
    if page.has_script:
        expect_accessible(page)
    assert "⟦" not in page.content()
    shoot(page, f"estimates-{name}-{'phone' if size == PHONE else 'desk'}")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_page_at_work_says_so_and_nobody_waits_for_it(visit, size):
    analyst = visit("analista.tapachula", size=size, script=size == PHONE)
    enter(analyst, MANY)
    submit(analyst)
    submit(analyst)
    analyst.get_by_role("link", name="Volver a mirar").click()
    check(analyst, "4-at-work", size)
    # Others are answered while it is at work.
    stranger = visit(size=size, script=False)
    assert stranger.goto("/estimates").status == 200
    analyst.get_by_role("button", name="Actualizar sola").click()
    assert analyst.locator("meta[http-equiv=refresh]").count() == 1
    analyst.get_by_role("link", name="Dejar de actualizar").click()
    assert analyst.locator("meta[http-equiv=refresh]").count() == 0
    # Whoever leaves as the last of an agency takes the work along.
    analyst.get_by_role("button", name="Cerrar sesión").click()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_table_is_entered_mended_and_refused_with_its_reasons(visit, size):
    analyst = visit("analista.tapachula", size=size, script=size == PHONE)
    enter(analyst, FEW | {6: "muchas"})
    submit(analyst)
    check(analyst, "1-mistake", size)
    assert "En las listas 2 y 3 (Albergue y Clínica)" in analyst.content()
    assert analyst.locator("[name=history-1]").input_value() == "84"
    analyst.locator("[name=history-6]").fill("")
    submit(analyst)
    check(analyst, "2-table", size)
    analyst.locator("[name=seed]").fill("7")
    submit(analyst)
    while analyst.get_by_role("link", name="Volver a mirar").count():
        analyst.reload()
    check(analyst, "3-refused", size)
    text = analyst.locator("main").inner_text()
    assert "Con estos datos no se puede dar un número" in text
    assert "Por qué no se da un número" in text
    assert "Es plausible" not in text


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_everybody_reads_what_is_published_without_an_account(visit, size):
    stranger = visit(size=size, script=False)
    stranger.goto("/estimates")
    check(stranger, "5-published", size)
    stranger.get_by_role("link", name="Leerla completa").first.click()
    check(stranger, "6-one", size)
    text = stranger.locator("main").inner_text()
    assert text.index("Son al menos") < text.index("Qué dice cada método")
    assert text.index("Qué dice cada método") < text.index("Por qué puede estar mal")
    assert "menos de 10" in text


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_coordinator_sees_what_publishing_and_withdrawing_means(visit, size):
    coordinator = visit("coordinadora.migracion", size=size, script=size == PHONE)
    coordinator.goto("/estimates")
    coordinator.get_by_role("link", name="Leerla completa").first.click()
    address = coordinator.url.rstrip("/").split("/")[-1]
    coordinator.goto(f"/estimation/estimates/{address}/withdrawal")
    check(coordinator, "7-withdrawal", size)
    coordinator.locator("main form.form button").click()
    assert "Por qué se retira: Falta este dato" in coordinator.locator(".errors").inner_text()
