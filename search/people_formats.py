"""Persons printed: for people as text, for programs as JSON."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict

import click

from search.dossiers import Dossier, RoleHeld
from search.formats import counted

# Why a name is the person's, as index.joining says it, for people.
_REASONS = {
    "name": "the name itself",
    "part": "part of the name",
    "office": "one word of the name, beside the same office",
    "known": "known to Suara",
    "file": "your file",
}


def _text(dossiers: Sequence[Dossier]) -> Iterator[str]:
    for number, dossier in enumerate(dossiers):
        if number:
            yield ""
        yield click.style(dossier.name, bold=True) + f"  {counted(dossier.articles, 'article')}"
        for alias in dossier.aliases:
            why = "; ".join(_REASONS[reason] for reason in alias.reasons)
            yield f"  {alias.articles:>6,}  {alias.name}  ({why})"
        # Of all persons the names are what one looks through.
        for held in dossier.roles if len(dossiers) == 1 else ():
            yield f"  {held.articles:>6,}  {_span(held)}  {held.role}"


def _span(held: RoleHeld) -> str:
    return f"{held.first or 'undated':<10} .. {held.last or 'undated':<10}"


def _json(dossiers: Sequence[Dossier]) -> Iterator[str]:
    yield json.dumps([asdict(dossier) for dossier in dossiers], ensure_ascii=False, indent=2)


PEOPLE_FORMATS: dict[str, Callable[[Sequence[Dossier]], Iterator[str]]] = {"text": _text, "json": _json}
