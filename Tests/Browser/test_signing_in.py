"""Signing in, leaving, and the two languages."""

from conftest import PHONE, expect_accessible, shoot


def test_a_wrong_password_is_refused_without_saying_which_was_wrong(visit, demo):
    page = visit()
    refusals = []
    for name in ["oficial.tapachula", "nobody.at.all"]:
        page.goto("/sign-in")
        page.locator("[name=signIn]").fill(name)
        page.locator("[name=password]").fill("not the password")
        page.locator("main button").click()
        refusals.append(page.locator(".errors").inner_text())
    assert refusals[0] == refusals[1]
    assert page.context.cookies() == []


def test_the_browser_chooses_the_language_and_every_page_can_switch_it(visit):
    page = visit(locale="en-GB")
    page.goto("/sign-in")
    assert page.locator("h1").inner_text() == "Sign in"
    page.get_by_role("button", name="Español").click()
    assert page.locator("h1").inner_text() == "Entrar"
    assert page.url.endswith("/sign-in")
    page.get_by_role("button", name="English").click()
    assert page.locator("h1").inner_text() == "Sign in"


def test_the_session_cookie_cannot_be_read_or_sent_from_elsewhere(visit):
    page = visit("oficial.tapachula")
    (cookie,) = [cookie for cookie in page.context.cookies() if cookie["name"] != "lang"]
    assert cookie["httpOnly"] and cookie["sameSite"] == "Strict"
    assert cookie["expires"] == -1


def test_leaving_ends_the_session_and_back_does_not_return(visit):
    page = visit("oficial.tapachula")
    page.goto("/encounters")
    page.route("**/es.wikipedia.org/**", lambda route: route.fulfill(body="elsewhere"))
    page.get_by_role("link", name="Salir de esta página").click()
    page.wait_for_url("**/es.wikipedia.org/**")
    page.strangers.clear()
    page.go_back()
    page.goto("/encounters")
    assert page.url.endswith("/sign-in")


def test_sign_in_is_accessible_on_a_phone_and_a_desk(visit):
    for size, name in [(PHONE, "phone"), (None, "desk")]:
        page = visit(size=size) if size else visit()
        page.goto("/sign-in")
        expect_accessible(page)
        shoot(page, f"sign-in-{name}")
