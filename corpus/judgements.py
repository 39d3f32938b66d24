"""What was found on a page held against what was wanted: one judgement for each thing, right or not."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from corpus.article import Article, Quote, QuoteKind
from corpus.gold import GoldPage, GoldQuote
from corpus.likeness import folded, likeness, share_a_name, words_of

NAMED_ROLES, UNNAMED_ROLES = "roles of the named", "roles of the unnamed"
SPEAKERS, PARTS_OF_NAMES = "speakers", "speakers, by a part of the name"
# Measures of one set alone: corpus.tagged_set and corpus.page_set.
QUOTED_SPEAKERS, CUED_SPEAKERS = "speakers of direct quotes", "speakers beside a cue"
BODY = "body"
KINDS: tuple[QuoteKind, ...] = ("direct", "indirect")

_Key = TypeVar("_Key", str, int)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One thing wanted, found, or both; None stands for nothing wanted, or nothing found."""

    page: str
    measure: str
    wanted: str | None
    got: str | None
    right: bool


def quotes_measure(kind: QuoteKind) -> str:
    """Return the name of the measure of finding quotes of a kind."""
    return f"{kind} quotes"


def whole_quotes_measure(kind: QuoteKind) -> str:
    """Return the name of the measure of finding quotes of a kind with no word too many or too few."""
    return f"{kind} quotes, word for word"


def attribution_measure(kind: QuoteKind) -> str:
    """Return the name of the measure of attributing quotes, of all those that are wanted."""
    return f"{kind} attribution"


def found_attribution_measure(kind: QuoteKind) -> str:
    """Return the name of the measure of attributing quotes, of those that were found."""
    return f"{kind} attribution, of quotes found"


def judge(
    page: str, gold: GoldPage, article: Article | None, kinds: Collection[QuoteKind] = KINDS
) -> Iterator[Judgement]:
    """Judge an article by the gold of its page, and its quotes of some kinds; without one, all is missing."""
    yield from _judge_fields(page, gold, article)
    if gold.speakers is not None:
        found_names = article.speakers if article else ()
        yield from judge_names(page, gold.speakers, found_names)
        yield from judge_parts_of_names(page, PARTS_OF_NAMES, gold.speakers, found_names)
    if gold.quotes is not None:
        for kind in kinds:
            wanted = [quote for quote in gold.quotes if quote.kind == kind]
            found = [quote for quote in article.quotes if quote.kind == kind] if article else []
            yield from judge_quotes(page, kind, wanted, found)


def judge_names(page: str, wanted: Sequence[str], found: Sequence[str]) -> Iterator[Judgement]:
    """Judge a page's speakers by their whole names; each counts once."""
    names, others = _distinct(wanted), _distinct(found)
    return _judged(page, SPEAKERS, names, others, {name: name for name in names if name in others})


def judge_parts_of_names(
    page: str, measure: str, wanted: Sequence[str], found: Sequence[str]
) -> Iterator[Judgement]:
    """Judge a page's speakers by a part of the name, the whole name first; each counts once."""
    names, others = _distinct(wanted), _distinct(found)
    candidates = [(one, other) for one in names for other in others if share_a_name(one, other)]
    candidates.sort(key=lambda pair: pair[0] != pair[1])
    return _judged(page, measure, names, others, _one_to_one(candidates))


def judge_quotes(
    page: str, kind: QuoteKind, wanted: Sequence[GoldQuote], found: Sequence[Quote]
) -> Iterator[Judgement]:
    """Judge a page's quotes of one kind: their texts, then who said them."""
    pairs = _paired(wanted, found)
    texts, others = (dict(enumerate(quote.text for quote in quotes)) for quotes in (wanted, found))
    yield from _judged(page, quotes_measure(kind), texts, others, pairs)
    for place, quote in enumerate(wanted):
        match = found[pairs[place]] if place in pairs else None
        got = match.text if match else None
        whole = match is not None and words_of(quote.text) == words_of(match.text)
        yield Judgement(page, whole_quotes_measure(kind), quote.text, got, whole)
        yield from _judge_voice(page, quote, match)


def _judge_fields(page: str, gold: GoldPage, article: Article | None) -> Iterator[Judgement]:
    record = article.to_record() if article else {}
    for name, wanted in gold.fields.items():
        got = record.get(name)
        yield Judgement(page, name, wanted, got, article is not None and _same(wanted, got))


def _judge_voice(page: str, quote: GoldQuote, match: Quote | None) -> Iterator[Judgement]:
    """Judge the speaker of a quote that is wanted and, where it is right, the role."""
    labels = quote.labels
    if "speaker" not in labels:
        return
    speaker = labels["speaker"]
    right = match is not None and _same(speaker, match.speaker)
    wanted = f"{speaker or '-'}: {quote.text}"
    got = f"{match.speaker or '-'}: {match.text}" if match else None
    yield Judgement(page, attribution_measure(quote.kind), wanted, got, right)
    if match is None:
        return
    yield Judgement(page, found_attribution_measure(quote.kind), wanted, got, right)
    if right and "role" in labels:
        roles = labels["role"], match.role
        named, got = (f"{speaker or '-'}, {role or '-'}" for role in roles)
        yield Judgement(page, NAMED_ROLES if speaker else UNNAMED_ROLES, named, got, _same(*roles))


def _judged(
    page: str, measure: str, wanted: Mapping[_Key, str], found: Mapping[_Key, str], pairs: Mapping[_Key, _Key]
) -> Iterator[Judgement]:
    """Yield what is wanted, with what it was found as, and then what was found beyond it."""
    for key, text in wanted.items():
        yield Judgement(page, measure, text, found[pairs[key]] if key in pairs else None, key in pairs)
    used = set(pairs.values())
    yield from (
        Judgement(page, measure, None, text, right=False) for key, text in found.items() if key not in used
    )


def _paired(wanted: Sequence[GoldQuote], found: Sequence[Quote]) -> dict[int, int]:
    """Return which found quote stands for which wanted one: the likest, then one of the same speaker."""
    texts, others = ([words_of(quote.text) for quote in quotes] for quotes in (wanted, found))
    candidates = [
        (-alike, not _same(wanted[one].labels.get("speaker"), found[other].speaker), one, other)
        for one, text in enumerate(texts)
        for other, other_text in enumerate(others)
        if (alike := likeness(text, other_text))
    ]
    return _one_to_one((one, other) for _, _, one, other in sorted(candidates))


def _one_to_one(candidates: Iterable[tuple[_Key, _Key]]) -> dict[_Key, _Key]:
    """Take pairs in their order, none of whose sides was taken before."""
    pairs: dict[_Key, _Key] = {}
    used: set[_Key] = set()
    for one, other in candidates:
        if one not in pairs and other not in used:
            pairs[one] = other
            used.add(other)
    return pairs


def _distinct(names: Iterable[str]) -> dict[str, str]:
    """Return names by what they are compared by, the first spelling of each."""
    distinct: dict[str, str] = {}
    for name in names:
        distinct.setdefault(folded(name), name)
    return distinct


def _same(one: str | None, other: str | None) -> bool:
    return folded(one or "") == folded(other or "")
