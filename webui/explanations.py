"""Why nothing has all that was asked, said in Indonesian, with a way on without each part."""

from collections.abc import Iterator
from dataclasses import dataclass

from search.explanation import without_part
from search.request import SearchRequest
from search.results import Part, PartKind, SearchPage
from webui.links import search_link
from webui.wording import facet_label, kind_label

_LABELS: dict[PartKind, str] = {
    "word": "Kata",
    "phrase": "Frasa",
    "prefix": "Awalan",
    "fuzzy": "Kata serupa",
    "field": "Bagian",
    "excluded": "Pengecualian",
    "group": "Pilihan",
    "dated": "Tanggal",
    "source": "Saringan media",
    "speaker": "Saringan pembicara",
    "date": "Saringan tanggal",
    "kind": "Saringan jenis",
    "span": "Saringan rentang tanggal",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a question: what it finds alone, what the others find without it, and a link to those."""

    label: str
    text: str
    alone: int
    without: int
    link: str | None


def reasons(page: SearchPage, request: SearchRequest) -> tuple[Reason, ...]:
    """Return the parts that were counted, those to blame first."""
    return tuple(_reasons(page, request))


def ignored(page: SearchPage) -> tuple[str, ...]:
    """Return the function words that were not looked for."""
    return tuple(part.text for part in page.explanation if part.kind == "ignored")


def _reasons(page: SearchPage, request: SearchRequest) -> Iterator[Reason]:
    for part in page.explanation:
        if part.kind != "ignored":
            rest = without_part(request, part) if part.without else None
            link = search_link(rest) if rest else None
            yield Reason(_LABELS[part.kind], _text(part, request), part.alone, part.without, link)


def _text(part: Part, request: SearchRequest) -> str:
    match part.kind:
        case "date":
            return ", ".join(map(facet_label, request.dates))
        case "kind":
            return ", ".join(map(kind_label, request.kinds))
        case _:
            return part.text
