"""The gold of who said what: invented pages in `corpus/data/voices/` and one line of `gold.jsonl` for each.

All persons, outlets, parties and the province Arunika with its places are invented. Pages and labels were
written by hand from the list of patterns and hard cases below, without sight of the extraction rules, their
data or their output. Those of `unseen/` and `second/` were each scored once before a rule was mended by them;
those of `patterns/` may be tuned on. This file checks the soundness of the gold alone; it scores nothing.

How it is labelled:

- `title` is the headline without the outlet's suffix; `source` a host name in lower case where the page
  shows its outlet's, else the outlet's name as printed; `place` the dateline's place in ordinary case;
  `author` a person in a byline, never an editor, an administrator or initials.
- `speaker` is the person's fullest name in the article without honorifics, academic, military or noble
  titles (patronymics such as `bin Saleh` and the Balinese `I` belong to the name); `role` is the person's
  role as the article words it, without `seorang`, wherever on the page it stands.
- A direct quote is what stands between its marks, without the outer marks. A quote over several paragraphs
  is one text with its line breaks and the marks that open its later paragraphs. Where a mark is missing, the
  text starts or ends where the speech does. One that the reporting words break in two is two quotes.
- An indirect quote is the reported clause, without its speaker, reporting word and `bahwa` or `agar`.
- Words of two speakers at once stand twice, once for each.
- Role-only and unnamed speakers have a role and no name. An organisation's words in marks have neither; its
  indirect statements are not labelled. A title, a term, a caption, a related headline, a reader's comment
  and whatever a debunked claim puts into a mouth are nobody's quote.
"""

import json
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

import corpus

VOICES = Path(corpus.__file__).parent / "data" / "voices"
SETS = ("unseen", "patterns", "second")
PATTERNS = {
    "marks-straight": "straight marks",
    "marks-curly": "curly marks",
    "marks-closing": "the closing mark on both sides",
    "marks-unbalanced": "an opening or a closing mark is missing",
    "paragraphs": "one quote over several paragraphs",
    "nested": "a quote inside a quote",
    "verb-name": "reporting verb, then the name",
    "name-verb": "the name, then the reporting verb",
    "menurut": "menurut and a name, a role or a pronoun",
    "passive": "dikatakan oleh, disampaikan oleh and the like",
    "verb-nya": "katanya, ujarnya: the last speaker",
    "dia": "ujar dia, kata dia, mostly after another person was named",
    "role-comma": "the name set off from its role by a comma",
    "two-speakers": "two persons say the same words",
    "indirect": "bahwa, menyebut, meminta agar, menilai and the like",
    "role-only": "a speaker who is named by role alone",
    "unnamed": "a speaker who does not want to be named",
    "organisation": "an organisation, a place or a building that states something",
    "place-glued": "a place between the role and the name, without a comma",
    "long-organisation": "a long organisation's name before the person's",
    "headline": "speech in a headline, the page's own or another's",
    "short-mention": "a part of the name stands for the whole",
    "nickname": "a nickname stands for the person",
    "one-word": "a name of one word",
    "patronymic": "bin or binti",
    "honorifics": "honorifics and academic, military or noble titles around the name",
    "glued": "sentences or marks without the space between them",
    "term": "a term, slogan or title in marks that nobody says",
    "debunked": "fabricated words in a claim that the page debunks",
    "factcheck-voice": "a real statement on a fact-check page",
    "read-also": "a related headline inside the body",
    "caption": "a caption with somebody's words",
    "editor-line": "an editor's line or initials after the body",
    "share-bar": "a share bar or counters",
    "copyright": "a copyright line that names the outlet",
    "press-office": "a press office as `Sumber`, which is no outlet",
    "dateline": "a dateline with the outlet or the place",
    "byline": "a byline with a person's name",
    "date-slashed": "20/3/2024 or (20/3/2024)",
    "date-short": "a short month name",
    "weekday-date": "a date without its year, such as Sabtu (9/11)",
    "other-dates": "dates of other articles on the page",
}


def gold_of(folder: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (VOICES / folder / "gold.jsonl").read_text("utf-8").splitlines()]


def page_of(folder: str, record: dict[str, Any]) -> str:
    return VOICES.joinpath(folder, str(record["path"])).read_text("utf-8")


def direct_quotes(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [quote for quote in record["quotes"] if quote["kind"] == "direct"]


RECORDS = [
    pytest.param(page_of(folder, record), record, id=f"{folder}/{record['path']}")
    for folder in SETS
    for record in gold_of(folder)
]
every_page = pytest.mark.parametrize(("page", "record"), RECORDS)
each_set = pytest.mark.parametrize("folder", SETS)


@each_set
def test_each_set_labels_all_its_pages_and_at_least_eighteen(folder: str) -> None:
    labelled = sorted(record["path"] for record in gold_of(folder))

    assert labelled == sorted(page.name for page in (VOICES / folder).glob("*.txt"))
    assert len(labelled) >= 18


@each_set
def test_each_set_uses_every_pattern_at_least_three_times(folder: str) -> None:
    used = [pattern for record in gold_of(folder) for pattern in record["patterns"]]

    assert set(used) == set(PATTERNS)
    assert {pattern for pattern in PATTERNS if used.count(pattern) < 3} == set()


@each_set
def test_each_set_debunks_on_at_least_three_pages(folder: str) -> None:
    assert sum(record["kind"] == "factcheck" for record in gold_of(folder)) >= 3


def test_nobody_speaks_in_two_sets() -> None:
    speakers = [{name for record in gold_of(each) for name in record["speakers"]} for each in SETS]

    assert [one & other for one, other in combinations(speakers, 2)] == [set()] * 3


@every_page
def test_a_record_has_the_fields_of_an_article(page: str, record: dict[str, Any]) -> None:
    assert set(record) == {
        *("path", "title", "date", "source", "place", "author", "kind", "speakers", "quotes", "patterns")
    }
    assert record["kind"] in {"news", "factcheck"}
    assert record["date"] is None or date.fromisoformat(record["date"])
    assert record["title"] in page


@every_page
def test_source_place_and_author_stand_on_the_page(page: str, record: dict[str, Any]) -> None:
    named = [record[field] for field in ("source", "place", "author") if record[field]]

    assert [name for name in named if name.casefold() not in page.casefold()] == []


@every_page
def test_texts_and_roles_stand_on_the_page_as_they_are(page: str, record: dict[str, Any]) -> None:
    labels = [label for quote in record["quotes"] for label in (quote["text"], quote["role"]) if label]

    assert [label for label in labels if label not in page] == []
    assert all(quote["text"] == quote["text"].strip() for quote in record["quotes"])


@every_page
def test_all_words_of_a_name_stand_on_the_page(page: str, record: dict[str, Any]) -> None:
    missing = [name for name in record["speakers"] if name not in page]

    assert missing == []


@every_page
def test_speakers_are_those_of_the_quotes_in_order_of_their_first_words(
    page: str, record: dict[str, Any]
) -> None:
    by_first_words = dict.fromkeys(quote["speaker"] for quote in record["quotes"] if quote["speaker"])

    assert record["speakers"] == list(by_first_words)
    assert in_page_order(page, record["quotes"])


def in_page_order(page: str, quotes: list[dict[str, Any]]) -> bool:
    """Tell whether each text can be found at or after the start of the one before it."""
    start = 0
    for quote in quotes:
        start = page.find(quote["text"], start)
        if start < 0:
            return False
    return True


@every_page
def test_a_direct_quote_has_a_mark_at_one_side_at_least(page: str, record: dict[str, Any]) -> None:
    unmarked = [
        quote["text"]
        for quote in direct_quotes(record)
        if not any(
            f"{mark}{quote['text']}" in page or f"{quote['text']}{mark}" in page for mark in ('"', "“", "”")
        )
    ]

    assert unmarked == []


@every_page
def test_a_tag_that_can_be_read_off_the_labels_agrees_with_them(page: str, record: dict[str, Any]) -> None:
    texts = [quote["text"] for quote in direct_quotes(record)]
    voices = [(quote["text"], quote["speaker"]) for quote in record["quotes"]]

    seen = {
        "debunked": record["kind"] == "factcheck",
        "factcheck-voice": record["kind"] == "factcheck",
        "indirect": len(texts) < len(record["quotes"]),
        "paragraphs": any("\n\n" in text for text in texts),
        "two-speakers": len({text for text, _ in voices}) < len(set(voices)),
        "marks-straight": any(f'"{text}' in page for text in texts),
        "marks-curly": any(f"“{text}" in page for text in texts),
        "marks-closing": any(f"”{text}" in page for text in texts),
    }

    assert {tag: tag in record["patterns"] for tag in seen} == seen
