"""Follows every link that each role is shown, on a phone and on a desk."""

import re

import pytest
from conftest import DESK, PHONE, expect_accessible, shoot

MEMBERS = [
    "oficial.tapachula",
    "trabajo.social",
    "coordinadora.migracion",
    "analista",
    "analista.tapachula",
    "observadora",
    "comision",
]
FILES = (".txt", ".json", ".csv", "/proof", "/file")
DOWNLOADS = ("/api/", "/assets/", "/leave", "/checkpoint", "/policy")


def pattern(path):
    """A page's address without what tells one thing of its kind from another."""
    path = re.sub(r"[0-9a-hjkmnp-tv-z]{26}", "ID", path.split("#")[0])
    return re.sub(r"\d+", "N", path)


def crawl(page, start="/"):
    """Opens one page of each kind that links lead to."""
    waiting, seen = [start], {pattern(start)}
    while waiting:
        path = waiting.pop(0)
        response = page.goto(path)
        assert response.status == 200, f"{path} answers {response.status}"
        yield path
        for link in page.locator("a[href^='/']").evaluate_all(
            "links => links.map(link => link.getAttribute('href'))"
        ):
            if link.startswith(DOWNLOADS) or link.split("?")[0].endswith(FILES):
                continue
            if pattern(link) not in seen:
                seen.add(pattern(link))
                waiting.append(link)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("member", MEMBERS)
def test_every_page_is_whole_accessible_and_fits(visit, member, size):
    page = visit(member, size=size)
    count = 0
    for path in crawl(page):
        expect_accessible(page)
        assert "⟦" not in page.content(), f"{path} lacks a text"
        assert "ficticias" in page.locator(".demo").inner_text()
        name = pattern(path).strip("/").replace("/", "-").replace("?", "-") or "home"
        shoot(page, f"{member}-{name}-{'phone' if size == PHONE else 'desk'}")
        count += 1
    assert count > 5


def test_every_page_speaks_english_too(visit):
    for member in MEMBERS:
        page = visit(member, locale="en-GB")
        for path in crawl(page):
            assert page.locator("html").get_attribute("lang") == "en"
            assert "⟦" not in page.content(), f"{path} lacks a text"
