from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

import pytest

from corpus.article import Article, Quote
from corpus.gold import GoldPage, GoldQuote
from corpus.judgements import (
    NAMED_ROLES,
    PARTS_OF_NAMES,
    SPEAKERS,
    UNNAMED_ROLES,
    Judgement,
    judge,
    judge_names,
    judge_parts_of_names,
    judge_quotes,
)

Kind = Literal["direct", "indirect"]
Heard = tuple[str | None, str | None, str]


def gold(fields: Mapping[str, str | None] = {}, **labels: tuple[object, ...]) -> GoldPage:
    whole: dict[str, tuple[object, ...] | None] = {"speakers": None, "quotes": None} | labels
    return GoldPage(Path("kotak.txt"), None, 1, fields, **whole)  # type: ignore[arg-type]


def wanted(*heard: Heard, kind: Kind = "direct") -> tuple[GoldQuote, ...]:
    return tuple(GoldQuote(text, kind, {"speaker": who, "role": role}) for who, role, text in heard)


def found(*heard: Heard, kind: Kind = "direct") -> tuple[Quote, ...]:
    return tuple(Quote(who, role, text, kind, 0, len(text), None) for who, role, text in heard)


def of(judgements: Iterable[Judgement], measure: str) -> list[tuple[str | None, str | None, bool]]:
    return [(each.wanted, each.got, each.right) for each in judgements if each.measure == measure]


def test_labelled_fields_are_compared_and_no_others() -> None:
    article = Article("0", "Kotak Suara", "Kotak.", source="gema.example", place="LEMBAYUNG")
    fields = {
        "title": "kotak  suara",
        "place": "Lembayung",
        "author": None,
        "source": "Gema",
        "date": "2024-11-27",
    }

    judged = list(judge("kotak.txt", gold(fields), article))

    assert {each.measure: each.right for each in judged} == {
        "title": True,
        "place": True,
        "author": True,
        "source": False,
        "date": False,
    }
    assert of(judged, "source") == [("Gema", "gema.example", False)]


def test_all_is_missing_from_a_page_that_could_not_be_read() -> None:
    page = gold({"author": None}, speakers=("Siti",), quotes=wanted(("Siti", None, "aman"), kind="indirect"))

    judged = list(judge("kotak.txt", page, None))

    assert not any(each.right for each in judged)
    assert {each.got for each in judged} == {None}


def test_a_page_without_labels_for_voices_has_none_judged() -> None:
    article = Article("0", None, "Kotak.", quotes=found(("Siti", None, "aman")), speakers=("Siti",))

    assert list(judge("kotak.txt", gold(), article)) == []


def test_a_kind_of_quote_can_be_left_unjudged() -> None:
    quotes = found(("Siti", None, "kotak aman"), kind="indirect")
    article = Article("0", None, "Kotak.", quotes=quotes)

    assert list(judge("kotak.txt", gold(quotes=()), article, ["direct"])) == []
    assert of(judge("kotak.txt", gold(quotes=()), article), "indirect quotes") == [
        (None, "kotak aman", False)
    ]


def test_speakers_count_once_and_by_their_whole_names() -> None:
    judged = list(
        judge_names("kotak.txt", ["Ma’ruf", "Siti Marlupi", "Siti Marlupi"], ["MA'RUF", "Siti", "Siti"])
    )

    assert of(judged, SPEAKERS) == [
        ("Ma’ruf", "MA'RUF", True),
        ("Siti Marlupi", None, False),
        (None, "Siti", False),
    ]


def test_by_a_part_of_the_name_one_stands_for_one_and_the_whole_name_goes_first() -> None:
    judged = judge_parts_of_names(
        "kotak.txt", PARTS_OF_NAMES, ["Siti Marlupi", "Siti"], ["Siti", "Marlupi", "Bu Siti"]
    )

    assert of(judged, PARTS_OF_NAMES) == [
        ("Siti Marlupi", "Marlupi", True),
        ("Siti", "Siti", True),
        (None, "Bu Siti", False),
    ]


def test_words_that_two_persons_say_are_wanted_twice() -> None:
    both = wanted(("Hendra", None, "Setuju,"), ("Okta", None, "Setuju,"))

    judged = list(judge_quotes("kotak.txt", "direct", both, found(("Okta", None, "“Setuju”"))))

    assert of(judged, "direct quotes") == [("Setuju,", None, False), ("Setuju,", "“Setuju”", True)]
    assert of(judged, "direct attribution") == [
        ("Hendra: Setuju,", None, False),
        ("Okta: Setuju,", "Okta: “Setuju”", True),
    ]
    assert of(judged, "direct attribution, of quotes found") == [("Okta: Setuju,", "Okta: “Setuju”", True)]


def test_the_likest_text_is_taken_and_the_rest_is_found_in_vain() -> None:
    texts = found(("Siti", None, "kotak suara aman, katanya"), ("Siti", None, "kotak suara aman"))

    judged = list(judge_quotes("kotak.txt", "direct", wanted(("Siti", None, "Kotak suara aman.")), texts))

    assert of(judged, "direct quotes") == [
        ("Kotak suara aman.", "kotak suara aman", True),
        (None, "kotak suara aman, katanya", False),
    ]
    assert of(judged, "direct quotes, word for word") == [("Kotak suara aman.", "kotak suara aman", True)]


def test_a_text_with_other_words_around_it_is_found_but_not_word_for_word() -> None:
    judged = list(
        judge_quotes(
            "kotak.txt",
            "indirect",
            wanted((None, None, "kotak aman")),
            found((None, None, "Ia yakin kotak aman")),
        )
    )

    assert [right for _, _, right in of(judged, "indirect quotes")] == [True]
    assert [right for _, _, right in of(judged, "indirect quotes, word for word")] == [False]


@pytest.mark.parametrize(
    ("named", "got", "measure", "roles"),
    [
        (
            ("Siti", "Ketua KPU"),
            ("siti", "ketua kpu"),
            NAMED_ROLES,
            [("Siti, Ketua KPU", "Siti, ketua kpu", True)],
        ),
        (("Siti", "Ketua"), ("Siti", None), NAMED_ROLES, [("Siti, Ketua", "Siti, -", False)]),
        ((None, "warga"), (None, "warga"), UNNAMED_ROLES, [("-, warga", "-, warga", True)]),
        ((None, None), (None, "Ketua"), UNNAMED_ROLES, [("-, -", "-, Ketua", False)]),
        (("Siti", "Ketua"), ("Rina", "Ketua"), NAMED_ROLES, []),
        ((None, "warga"), ("Rina", "warga"), UNNAMED_ROLES, []),
    ],
)
def test_a_role_counts_where_the_speaker_is_right(
    named: tuple[str | None, str | None],
    got: tuple[str | None, str | None],
    measure: str,
    roles: list[tuple[str, str, bool]],
) -> None:
    judged = judge_quotes("kotak.txt", "direct", wanted((*named, "aman")), found((*got, "aman")))

    assert of(judged, measure) == roles


def test_a_quote_without_labels_of_its_voice_is_judged_by_its_text_alone() -> None:
    judged = list(
        judge_quotes(
            "kotak.txt",
            "direct",
            [GoldQuote("aman"), GoldQuote("tiba", "direct", {"speaker": None})],
            found((None, "Ketua", "aman"), (None, "Ketua", "tiba")),
        )
    )

    assert len(of(judged, "direct quotes")) == 2
    assert of(judged, "direct attribution") == [("-: tiba", "-: tiba", True)]
    assert of(judged, UNNAMED_ROLES) == []
