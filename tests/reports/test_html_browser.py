"""The html report in a real Chromium: choosing, filtering, keys, layers, paper, darkness; and that nothing hostile gets anywhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from browser import Watched, chromium
from claimdiff.model import Article, Extent, Location, Report
from pages import HOSTILE, ferry, hostile, rendered
from samples import found, lighthouse, place, read, report

WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 600, "height": 900}


@pytest.fixture(scope="module")
def browser():
    """One browser for all tests here."""
    with chromium() as running:
        yield running


@pytest.fixture
def open_page(browser, tmp_path):
    """Opens a report in a fresh page; afterwards nothing may have gone wrong on it."""
    opened = []

    def open_(report, hash_="", **options):
        file = tmp_path / "report.html"
        file.write_bytes(rendered(report).encode())
        context = browser.new_context(**{"viewport": WIDE, **options})
        watched = Watched(context.new_page())
        watched.page.goto(file.as_uri() + hash_)
        opened.append((watched, context, options))
        return watched.page

    yield open_
    for watched, context, options in opened:
        if options.get("java_script_enabled", True):
            watched.settled()
        context.close()


def _chosen(page):
    """The id of the chosen entry, and the marks that show it."""
    return page.evaluate(
        "[document.querySelector('[aria-current]')?.id ?? null, [...document.querySelectorAll('.text .chosen')].map((mark) => mark.textContent)]"
    )


def _shown(page, selector=".finding"):
    return page.evaluate("(selector) => [...document.querySelectorAll(selector)].filter((one) => one.offsetParent).map((one) => one.id)", selector)


def _joined(page):
    return page.locator("#joins path").count()


def _focused(page):
    return page.evaluate("document.activeElement.textContent.trim() || document.activeElement.id")


def test_the_first_finding_is_chosen_and_its_places_joined(open_page):
    """An editor sees at once what differs; the address stays as it was."""
    page = open_page(lighthouse())

    assert _chosen(page) == ["f0", ["11 days", "seven days"]]
    assert _joined(page) == 1
    assert "#" not in page.url


def test_the_line_goes_from_one_place_to_the_other(open_page):
    """It begins and ends under the words that differ."""
    page = open_page(lighthouse())
    ends = page.evaluate(
        """() => {
            const line = document.querySelector("#joins path"), box = document.getElementById("panels").getBoundingClientRect();
            const point = (at) => { const p = line.getPointAtLength(at); return [p.x + box.left, p.y + box.top]; };
            const marks = [...document.querySelectorAll(".text .chosen")].map((mark) => mark.getBoundingClientRect());
            return [point(0), point(line.getTotalLength()), [marks[0].right, marks[0].bottom], [marks[1].left, marks[1].bottom]];
        }"""
    )

    assert ends[0] == pytest.approx(ends[2], abs=1)
    assert ends[1] == pytest.approx(ends[3], abs=1)


def test_the_places_of_a_finding_stand_at_one_height(open_page):
    """Each article scrolls by itself, as far as it needs to."""
    tail = "".join(f"\n\nNothing happened on street {i}." for i in range(60))
    one, other = read("a.txt", f"{tail}\n\nThere were 12.{tail}"), read("b.txt", f"{tail}{tail}\n\nThere were 13.{tail}")
    page = open_page(report(found(place(one, "12", "12"), place(other, "13", "13"))))

    tops = "[...document.querySelectorAll('.chosen')].map((mark) => mark.getBoundingClientRect().top)"
    first, second = page.evaluate(tops)

    assert first == pytest.approx(second, abs=2)
    assert 100 < first < 800


def test_the_line_follows_an_article_that_is_scrolled(open_page):
    """It keeps to its words."""
    tail = "".join(f"\n\nNothing happened on street {i}." for i in range(60))
    one, other = read("a.txt", f"There were 12.{tail}"), read("b.txt", f"There were 13.{tail}")
    page = open_page(report(found(place(one, "12", "12"), place(other, "13", "13"))))
    begin = "document.querySelector('#joins path').getPointAtLength(0).y"

    before = page.evaluate(begin)
    page.evaluate("document.querySelector('#a0 .text').scrollTop = 20")
    page.wait_for_function(f"{begin} !== {before}")

    assert page.evaluate(begin) == pytest.approx(before - 20, abs=1)


def test_a_click_on_a_finding_shows_its_articles_and_joins_them(open_page):
    """Three articles, two lines; the third article comes into view for it."""
    page = open_page(lighthouse())
    assert _shown(page, ".panel") == ["a0", "a1"]

    page.click("#f1 .message")

    assert _chosen(page) == ["f1", ["\u00a32.5m", "\u00a32.8 million", "\u00a32.8m"]]
    assert _shown(page, ".panel") == ["a0", "a1", "a2"]
    assert _joined(page) == 2


def test_a_click_on_a_mark_chooses_its_finding(open_page):
    """And brings it into view in the list."""
    page = open_page(lighthouse())

    page.click("#a0 .found:has-text('Monday')")

    assert _chosen(page)[0] == "f2"
    assert page.url.endswith("#f2")


def test_a_second_click_on_words_with_two_findings_chooses_the_other(open_page):
    """Round and round."""
    document = read("a.txt", "It opened on Monday, June 3, 2025, in rain.")
    page = open_page(
        Report((Article(document),), (), (found(place(document, "Monday, June 3, 2025", "x")), found(place(document, "June 3, 2025", "y"))))
    )

    seen = []
    for _ in range(3):
        page.click(".found:has-text('June')")
        seen.append(_chosen(page)[0])

    assert seen == ["f1", "f0", "f1"]


def test_a_link_to_a_place_leads_there(open_page):
    """The words get the focus."""
    page = open_page(lighthouse())

    page.click("#f0 .places li:nth-child(2) a")

    assert _focused(page) == "seven days"


def test_an_address_with_a_finding_opens_it(open_page):
    """So that an editor can send it on."""
    assert _chosen(open_page(lighthouse(), "#f2"))[0] == "f2"


def test_boxes_hide_findings_of_a_severity_and_their_marks(open_page):
    """And say how many are left."""
    page = open_page(ferry())

    page.uncheck(".severity-box[value=error]")

    assert _shown(page) == ["f1"]
    assert page.inner_text("#shown") == "1 of 2 shown"
    assert page.locator(".text .found.off").count() == 2
    assert _chosen(page) == [None, []]

    page.check(".severity-box[value=error]")
    page.uncheck(".severity-box[value=suppressed]")

    assert _shown(page) == ["f0"]


def test_the_choice_of_rule_and_words_filter_too(open_page):
    """Together."""
    page = open_page(lighthouse())

    page.select_option("#rule", "number-differs")
    assert _shown(page) == ["f1"]
    page.fill("#words", "no such words")
    assert _shown(page) == []
    page.select_option("#rule", "")
    page.fill("#words", "IT GIVES NO DATE")
    assert _shown(page) == ["f0"]


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("ArrowDown", "ArrowUp")])
def test_keys_go_through_the_findings(open_page, down, up):
    """The focus is with the chosen one, and stops at the ends."""
    page = open_page(lighthouse())
    seen = []

    for key in (down, down, down, up):
        page.keyboard.press(key)
        seen.append((_chosen(page)[0], page.evaluate("document.activeElement.closest('.entry').id")))

    assert seen == [(one, one) for one in ("f1", "f2", "f2", "f1")]


def test_keys_skip_what_is_filtered_away(open_page):
    """They move in what is seen."""
    page = open_page(lighthouse())
    page.uncheck(".severity-box[value=warning]")
    page.evaluate("document.activeElement.blur()")

    page.keyboard.press("j")

    assert _chosen(page)[0] == "f2"


def test_enter_goes_to_the_places_and_escape_back(open_page):
    """From the finding to each of its places, back to it, and out."""
    page = open_page(lighthouse())
    page.focus("#f0 .pick")
    seen = []

    for _ in range(3):
        page.keyboard.press("Enter")
        seen.append(_focused(page))
    page.keyboard.press("Escape")

    assert seen == ["11 days", "seven days", "11 days"]
    assert page.evaluate("document.activeElement.className") == "pick"
    page.keyboard.press("Escape")
    assert _chosen(page) == [None, []]
    assert _joined(page) == 0


def test_a_slash_begins_a_search_and_letters_there_are_letters(open_page):
    """Escape ends and empties it."""
    page = open_page(lighthouse())

    page.keyboard.press("/")
    page.keyboard.type("jk?")

    assert page.input_value("#words") == "jk?"
    assert _shown(page) == []
    page.keyboard.press("Escape")
    assert page.input_value("#words") == ""
    assert len(_shown(page)) == 3


def test_a_question_mark_shows_the_keys(open_page):
    """A dialog that Escape closes; single keys can be turned off in it."""
    page = open_page(lighthouse())

    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys").is_visible()
    page.uncheck("#keys")
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog").is_visible()

    page.keyboard.press("j")
    assert _chosen(page)[0] == "f0"


def test_arrows_scroll_an_article_that_has_the_focus(open_page):
    """They are the reader's there."""
    page = open_page(lighthouse())
    page.focus("#a0 .text")

    page.keyboard.press("ArrowDown")

    assert _chosen(page)[0] == "f0"


def test_tabs_show_and_hide_articles(open_page):
    """One at least stays."""
    page = open_page(ferry())
    tabs = page.locator(".tabs button")

    tabs.nth(2).click()
    assert _shown(page, ".panel") == ["a0", "a1", "a2"]
    for number in (0, 1, 2):
        tabs.nth(number).click()

    assert _shown(page, ".panel") == ["a2"]
    assert [tabs.nth(number).get_attribute("aria-pressed") for number in range(3)] == ["false", "false", "true"]


def test_agreements_can_be_marked_in_the_articles_and_chosen(open_page):
    """By the box, or its key; a click on one joins it."""
    page = open_page(ferry())
    border = "getComputedStyle(document.querySelector('.text .agreed')).borderBottomStyle"

    before = page.evaluate(border)
    page.keyboard.press("a")
    page.click("#a0 .agreed >> nth=0")

    assert (before, page.evaluate(border)) == ("none", "solid")
    assert _chosen(page)[0].startswith("g")
    assert _joined(page) >= 1


def test_what_was_not_checked_can_be_marked_too(open_page):
    """By its box."""
    page = open_page(ferry())
    line = "getComputedStyle(document.querySelector('.text .skipped')).textDecorationStyle"

    before = page.evaluate(line)
    page.check("#skipped-layer")

    assert (before, page.evaluate(line)) == ("solid", "wavy")


def test_the_list_of_agreements_leads_to_the_articles(open_page):
    """All places marked and joined."""
    page = open_page(ferry())

    page.click("#g1 .pick")

    assert _chosen(page) == ["g1", ["80 people", "80 people", "Eighty people"]]
    assert page.locator("#a0 .text .chosen").is_visible()


def test_the_timeline_chooses_and_is_highlighted(open_page):
    """A date in dispute leads to its finding."""
    page = open_page(ferry())
    page.evaluate("document.querySelector('#f0').removeAttribute('aria-current')")

    page.click(".chart .item.error >> nth=0")

    assert _chosen(page)[0] == "f0"
    assert "chosen" in page.get_attribute(".chart .join", "class")


def test_a_date_on_the_timeline_that_nothing_is_said_of_leads_to_its_words(open_page):
    """Into the article."""
    page = open_page(Report(ferry().articles, (), ()))

    page.click(".chart a.item >> nth=0")

    assert _focused(page) == "Monday"


def test_without_its_script_the_page_is_a_whole_report(open_page):
    """All findings with their sentences, all articles, no control that does nothing; links work."""
    page = open_page(lighthouse(), java_script_enabled=False)

    assert page.locator(".panel:visible").count() == 3
    assert page.locator("blockquote:visible").count() == 6
    assert page.locator(".controls:visible").count() == 0
    page.click("#f0 .places a >> nth=1")
    assert page.url.endswith("#a1-5")


def test_a_narrow_page_needs_no_scrolling_sideways(open_page):
    """The chosen finding quotes its sentences instead of joining them."""
    page = open_page(lighthouse(), viewport=NARROW)

    assert page.evaluate("document.documentElement.scrollWidth") <= 600
    assert page.locator("#f0 blockquote:visible").count() == 2
    assert not page.locator("#joins").is_visible()


def test_on_paper_everything_is_open_and_light(open_page):
    """Whatever was chosen and whatever the screen's colours are."""
    page = open_page(lighthouse(), color_scheme="dark")
    page.emulate_media(media="print")

    assert page.locator("blockquote:visible").count() == 6
    assert page.locator(".panel:visible").count() == 3
    assert page.locator(".controls:visible").count() == 0
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"


def test_a_dark_screen_gets_a_dark_page(open_page):
    """As the reader has set it."""
    ground = {}
    for scheme in ("light", "dark"):
        page = open_page(lighthouse(), color_scheme=scheme)
        ground[scheme] = page.evaluate("getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).map(Number)")

    assert min(ground["light"]) > 200
    assert max(ground["dark"]) < 60


def test_assistive_software_finds_its_way(open_page):
    """Landmarks, names and states."""
    page = open_page(ferry())

    for role, name in (("banner", None), ("search", "Filter the findings"), ("region", "Findings"), ("article", None), ("group", "Articles shown")):
        assert page.get_by_role(role, name=name).count()
    assert page.get_by_role("group", name="Timeline of the dated claims").count() == 1
    page.keyboard.press("Tab")
    assert _focused(page) == "To the findings"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


@pytest.mark.parametrize("said", HOSTILE)
def test_hostile_words_do_nothing(open_page, said):
    """Chosen, filtered, shown: no script of theirs runs, nothing is loaded, the policy has nothing to refuse."""
    page = open_page(hostile(said))

    for key in ("j", "Enter", "a", "?", "Escape", "k"):
        page.keyboard.press(key)
    page.fill("#words", said[:20])
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")

    assert page.locator(".panel").count() == 2


def test_many_articles_stay_usable(open_page):
    """Twenty articles of a hundred claims: two columns at first, then those that a finding needs."""
    lines = [f"On May {i % 28 + 1} there were {i} people in hall {i}." for i in range(100)]
    text = "\n\n".join(lines)
    documents = [read(f"{n}.txt", text, "2024-06-01") for n in range(20)]
    extents = [Extent(text.index(line), text.index(line) + len(line)) for line in lines]
    made = [
        found(*(Location(document, extent, extent, "x") for document in (documents[i % 20], documents[(i * 7 + 3) % 20])))
        for i, extent in enumerate(extents)
    ]
    page = open_page(Report(tuple(map(Article, documents)), (), tuple(replace(one, id=str(i)) for i, one in enumerate(made))))

    for _ in range(4):
        page.keyboard.press("j")

    assert _chosen(page)[0] == "f4"
    assert _shown(page, ".panel") == ["a4", "a11"]
    assert _joined(page) == 1


def test_the_picture_for_the_readme_can_be_taken(browser, tmp_path):
    """From the articles that the README compares."""
    import picture

    picture.take(browser, tmp_path / "page.png")

    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")
