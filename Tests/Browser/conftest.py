"""Serves a demonstration and opens it in a real headless Chromium."""

import os
import re
import shutil
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
ENLACE = ROOT / ".build" / "debug" / "enlace"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
SHOTS = os.environ.get("SHOTS")


@dataclass
class Demo:
    """A demonstration that is being served."""

    address: str
    folder: Path
    password: str


def run(*arguments, **options):
    """Runs enlace and gives what it did."""
    return subprocess.run(
        [ENLACE, *arguments], capture_output=True, text=True, timeout=120, **options
    )


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("enlace") / "data"
    process = subprocess.Popen(
        [ENLACE, "demo", "--data", folder, "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    printed = ""
    for line in process.stdout:
        printed += line
        if "Ctrl-C" in line:
            break
    address = re.search(r"http://[\d.]+:\d+", printed)
    password = re.search(r": (\S+)\n\s+(?:Check|Revise)", printed)
    assert address and password, f"enlace demo said:\n{printed}"
    yield Demo(address[0], folder, password[1])
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 0, "Ctrl-C did not end the demonstration well"


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser, demo):
    """Opens a page of one's own: visit("oficial.tapachula") signs in as that member."""
    contexts = []

    def open_page(sign_in=None, locale="es-MX", size=DESK, script=True) -> Page:
        context = browser.new_context(
            base_url=demo.address,
            locale=locale,
            viewport=size,
            java_script_enabled=script,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.has_script = script
        page.strangers = []
        page.on(
            "request",
            lambda request: request.url.startswith(demo.address)
            or page.strangers.append(request.url),
        )
        page.complaints = []
        page.on(
            "console",
            lambda message: message.type == "error"
            and "status of 4" not in message.text
            and page.complaints.append(message.text),
        )
        if sign_in:
            page.goto("/sign-in")
            page.locator("[name=signIn]").fill(sign_in)
            page.locator("[name=password]").fill(demo.password)
            page.locator("main button").click()
            page.wait_for_url("**/")
        return page

    yield open_page
    for context in contexts:
        for page in context.pages:
            assert page.strangers == [], "a page asked another host for something"
            assert page.complaints == [], "the browser complained about a page"
        context.close()


def expect_accessible(page: Page):
    """Nothing that axe finds by WCAG 2.2 AA, and nothing wider than the screen.

    The screen is made as high as the page: the bar that stays in sight on a phone would lie over
    whatever happens to be half scrolled away, which axe takes for a target that is too small.
    """
    size = page.viewport_size
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": max(height, size["height"])})
    result = Axe().run(
        page,
        options={
            "runOnly": [
                "wcag2a",
                "wcag2aa",
                "wcag21a",
                "wcag21aa",
                "wcag22aa",
                "best-practice",
            ]
        },
    )
    page.set_viewport_size(size)
    found = [
        f"{rule['id']}: {node['html']}"
        for rule in result.response["violations"]
        for node in rule["nodes"]
    ]
    assert found == [], f"{page.url}: {found}"
    overflow = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert overflow <= 0, f"{page.url} is {overflow} px wider than the screen"


def shoot(page: Page, name: str):
    """Keeps a picture of the page, when SHOTS names a folder for it."""
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)
