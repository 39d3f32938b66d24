"""The page as `suara serve` gives it to a real browser."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

from corpus.article import Article

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def address(serve: Callable[..., Any]) -> str:
    return f"http://127.0.0.1:{serve('--workers', '1').port}"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        reason = f"NO BROWSER WAS TESTED: none of {', '.join(NAMES)} is installed; install chromium."
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield launched
        launched.close()


class Visit:
    """A page in the browser, and everything that went wrong in it."""

    def __init__(self, browser: Browser, address: str, **options: Any) -> None:
        self.context = browser.new_context(base_url=address, **options)
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.troubles: list[str] = []
        self.page.on("console", lambda message: self.troubles.append(message.text))
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("requestfailed", self._note_failure)

    def _note_failure(self, request: Request) -> None:
        # A browser drops what it still fetches of a page, such as its icon, when it is sent on.
        if request.failure != "net::ERR_ABORTED":
            self.troubles.append(f"{request.url}: {request.failure}")

    def __enter__(self) -> Page:
        return self.page

    def __exit__(self, *_: object) -> None:
        self.context.close()
        assert self.troubles == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_reader_searches_narrows_reads_and_goes_back(browser: Browser, address: str, scripts: bool) -> None:  # noqa: FBT001
    with Visit(browser, address, viewport=DESKTOP, java_script_enabled=scripts) as page:
        page.goto("/")
        expect(page.get_by_label("Cari dalam liputan pemilu")).to_be_focused()
        page.keyboard.type("debat arunika")
        page.keyboard.press("Enter")
        expect(page.locator(".total")).to_contain_text("14 berita")
        expect(page.locator("mark").first).to_have_text("Debat")
        page.locator("#saring").get_by_role("link", name="Teuku Rizal").click()
        expect(page.locator(".total")).to_contain_text("1 berita")
        expect(page.get_by_role("searchbox")).to_have_value("debat arunika")
        page.get_by_role("link", name="Debat Bagian 9").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Debat Bagian 9")
        expect(page.locator(".body mark")).to_have_text("Janji kami ada 9,")
        page.go_back()
        expect(page.locator(".total")).to_contain_text("1 berita")
        page.get_by_role("link", name="Pembicara: Teuku Rizal").click()
        expect(page.locator(".total")).to_contain_text("14 berita")


def test_a_reader_looks_for_what_was_said(browser: Browser, address: str) -> None:
    with Visit(browser, address, viewport=DESKTOP) as page:
        page.goto("/")
        page.get_by_role("radio", name="Kutipan").check()
        page.get_by_role("searchbox").fill("politik uang")
        page.get_by_role("button", name="Cari").click()
        expect(page.locator(".total")).to_contain_text("2 kutipan")
        expect(page.locator("blockquote mark").first).to_have_text(re.compile("politik", re.IGNORECASE))
        page.get_by_role("link", name="Berita", exact=True).click()
        expect(page.locator(".total")).to_contain_text("1 berita")


def test_dates_typed_beside_the_results_go_with_the_query(browser: Browser, address: str) -> None:
    with Visit(browser, address, viewport=DESKTOP) as page:
        page.goto("/search?q=debat")
        page.get_by_label("Sejak").fill("2024-10")
        page.get_by_label("Sampai").fill("2024-11")
        page.get_by_role("button", name="Terapkan").click()
        expect(page).to_have_url(re.compile(r"q=debat.*since=2024-10.*until=2024-11"))
        expect(page.locator(".total")).to_contain_text("2 berita")


def test_a_quote_in_the_margin_leads_to_its_place(browser: Browser, address: str) -> None:
    with Visit(browser, address, viewport=PHONE) as page:
        page.goto("/search?q=logistik")
        page.get_by_role("link", name="Logistik Pilkada Arunika").click()
        page.get_by_role("link", name="Politik uang merusak hak pilih warga,").click()
        expect(page.locator("mark", has_text="Politik uang merusak")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/search?q=arunika",
        "/search?q=janji&in=quotes&page=2&limit=3",
        "/search?q=zebra&since=2024",
        "/search",
    ],
)
def test_a_phone_never_scrolls_sideways(browser: Browser, address: str, path: str, scheme: str) -> None:
    with Visit(browser, address, viewport=PHONE, color_scheme=scheme) as page:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_long_word_does_not_widen_the_page(browser: Browser, address: str) -> None:
    with Visit(browser, address, viewport=PHONE) as page:
        page.goto("/search?q=" + "a" * 900 + "&source=" + "b" * 300)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_hostile_article_runs_nothing(browser: Browser, address: str) -> None:
    with Visit(browser, address, viewport=DESKTOP) as page:
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        page.goto("/search?q=baliho")
        page.locator(".hits h2 a").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("<script>")


def test_the_parts_of_a_page_keep_off_one_another(browser: Browser, address: str) -> None:
    with Visit(browser, address, viewport=DESKTOP) as page:
        page.goto("/search?q=laporan&in=quotes")
        role, tag = page.locator(".voice .role").bounding_box(), page.locator(".voice .tag").bounding_box()
        assert role
        assert tag
        assert tag["x"] - (role["x"] + role["width"]) >= 4
        page.get_by_role("searchbox").focus()
        style = page.get_by_role("searchbox").evaluate(
            "node => [getComputedStyle(node).outlineWidth, getComputedStyle(node).outlineOffset]"
        )
        assert sum(float(each.removesuffix("px")) for each in style) <= 0


def test_a_long_title_fills_its_line_before_it_breaks(browser: Browser, address: str) -> None:
    with Visit(browser, address, viewport=PHONE) as page:
        page.goto("/search?q=logistik")
        assert page.locator(".hits h2").first.evaluate("node => getComputedStyle(node).textWrap") != "balance"


CONTRAST = """() => {
  const rgb = text => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = node => {
    for (; node; node = node.parentElement) {
      const colour = rgb(getComputedStyle(node).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const faint = [];
  for (const node of document.querySelectorAll("body *")) {
    if (![...node.childNodes].some(child => child.nodeType === 3 && child.data.trim())) continue;
    const [front, back] = [light(rgb(getComputedStyle(node).color)), light(ground(node))];
    const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
    if (ratio < 4.5) faint.push(`${node.tagName} ${node.className} ${ratio.toFixed(2)}`);
  }
  return faint;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_from_its_ground(
    browser: Browser, address: str, scheme: str, logistics: Article
) -> None:
    with Visit(browser, address, viewport=DESKTOP, color_scheme=scheme) as page:
        for path in (
            "/",
            "/search?q=politik+uang&since=2024",
            "/search?q=janji&in=quotes",
            f"/article/{logistics.id}",
        ):
            page.goto(path)
            assert page.evaluate(CONTRAST) == []
