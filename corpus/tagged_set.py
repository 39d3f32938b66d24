"""Newspaper articles with tagged spans, for measuring only: `pfsa-id.jsonl.gz` in a folder of sets.

Its rows are `{id, text, spans}`, a span `{type, start_char, end_char}` with offsets into the text. Statements
are not linked to speakers, and public figures alone are tagged, so that precision is a lower bound. The
measures are those of corpus.extraction_evaluation; what is wanted is taken from the tags:

- A direct quote is a STATEMENT.
- A speaker is a PERSON: the first and fullest mention of somebody who, with few exceptions, says a STATEMENT.
  The tag may open with a rank, which is no part of a name in Suara; so names are compared by a part. All
  speakers of an article are measured, and apart from them those of its direct quotes alone, as those who are
  only reported indirectly are mostly not tagged.
- A speaker beside a cue is one who says a STATEMENT for certain: a PERSON with nothing but spans of ROLE and
  AFFILIATION and up to three signs between it and a CUE, and one that is meant by a PERSONCOREF in such a
  place: the PERSON last named before it that has a word of it. Counted is the share found.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.documents import extract_page
from corpus.errors import CorpusError
from corpus.extraction_evaluation import ExtractionScore, score
from corpus.gold import GoldQuote
from corpus.judgements import (
    CUED_SPEAKERS,
    PARTS_OF_NAMES,
    QUOTED_SPEAKERS,
    Judgement,
    judge_parts_of_names,
    judge_quotes,
)
from corpus.likeness import folded, share_a_name
from corpus.page import Extraction, RawPage
from corpus.set_rows import set_rows

TAGGED = "pfsa-id.jsonl.gz"

_NOTHING = re.compile(r"\s*(?:[^\s\w]\s*){0,3}")


@dataclass(frozen=True, slots=True)
class _Span:
    """A tagged part of a text, `text[start:end]`."""

    type: str
    start: int
    end: int
    text: str


def evaluate_tagged(folder: Path) -> ExtractionScore:
    """Score what Suara finds in the articles of `pfsa-id.jsonl.gz`.

    Raises CorpusError for a file or a row that cannot be read.
    """
    path = folder / TAGGED
    judged = (_judge(path, number, row) for number, row in enumerate(set_rows(path, "id", "text"), 1))
    return score("pfsa-id", [each for row in judged for each in row])


def _judge(path: Path, number: int, row: dict[str, Any]) -> Iterator[Judgement]:
    spans = _spans(path, number, row)
    read = extract_page(RawPage(path, number, "plain", row["text"]))
    article = read.article if isinstance(read, Extraction) else None
    names = article.speakers if article else ()
    persons = [span.text for span in spans if span.type == "PERSON"]
    statements = [GoldQuote(span.text) for span in spans if span.type == "STATEMENT"]
    found = [quote for quote in article.quotes if quote.kind == "direct"] if article else []
    yield from judge_quotes(row["id"], "direct", statements, found)
    quoted = [quote.speaker for quote in found if quote.speaker]
    yield from judge_parts_of_names(row["id"], PARTS_OF_NAMES, persons, names)
    yield from judge_parts_of_names(row["id"], QUOTED_SPEAKERS, persons, quoted)
    for name in _beside_cues(row["text"], spans):
        got = next((other for other in names if share_a_name(name, other)), None)
        yield Judgement(row["id"], CUED_SPEAKERS, name, got, got is not None)


def _beside_cues(text: str, spans: Sequence[_Span]) -> list[str]:
    """Return the names of the persons who stand, or are meant by what stands, beside a cue."""
    cues = [span for span in spans if span.type == "CUE"]
    persons = [span for span in spans if span.type == "PERSON"]
    cued: dict[str, None] = {}
    for span in spans:
        if not span.type.startswith("PERSON") or not any(_are_beside(text, span, cue, spans) for cue in cues):
            continue
        meant = span if span.type == "PERSON" else _meant(span, persons)
        if meant:
            cued[meant.text] = None
    return list(cued)


def _are_beside(text: str, one: _Span, other: _Span, spans: Sequence[_Span]) -> bool:
    start, end = min(one.end, other.end), max(one.start, other.start)
    between = text[start:end]
    for span in spans:
        if span.type in ("ROLE", "AFFILIATION") and start <= span.start and span.end <= end:
            between = between.replace(span.text, "", 1)
    return bool(_NOTHING.fullmatch(between))


def _meant(mention: _Span, persons: Sequence[_Span]) -> _Span | None:
    """Return the person last named before a mention that has a word of it, or None."""
    words = set(folded(mention.text).split())
    before = (person for person in reversed(persons) if person.start < mention.start)
    return next((person for person in before if words & set(folded(person.text).split())), None)


def _spans(path: Path, number: int, row: dict[str, Any]) -> list[_Span]:
    """Return the spans of a row in the order of their start."""
    try:
        places = [
            (str(span["type"]), int(span["start_char"]), int(span["end_char"])) for span in row["spans"]
        ]
    except (KeyError, TypeError, ValueError) as error:
        where = f"{path}, line {number}"
        raise CorpusError(
            f"{where}: 'spans' is no list of {{type, start_char, end_char}}; give it."
        ) from error
    spans = (_Span(kind, start, end, row["text"][start:end]) for kind, start, end in places)
    return sorted(spans, key=lambda span: span.start)
