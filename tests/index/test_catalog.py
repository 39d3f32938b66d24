"""A catalog in layers against a plain mapping: whatever changes, both know the same."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from corpus.page import Problem
from index.admission import admit
from index.catalog import Catalog
from index.draft import Draft, new_draft
from index.layering import write_layer
from index.layers import Layer
from index.records import Claim, Entry, FileRecord, gave_way

PATHS = [b"a.jsonl", b"b.jsonl", b"c\xff.txt", b"d.txt"]
# The same content asks for the same article, and some contents for none.
CONTENTS = {"11": "a", "12": "a", "13": "a", "21": "b", "22": "b", "31": "c", "90": None, "": None}
ROWS = st.builds(
    lambda line, digest: Entry(line, digest, CONTENTS[digest]),
    line=st.none() | st.integers(1, 3),
    digest=st.sampled_from(list(CONTENTS)),
)
FILE = st.tuples(st.integers(0, 2), st.lists(ROWS, max_size=4).map(tuple))
FILES = st.dictionaries(st.sampled_from(PATHS), FILE)

Files = Mapping[bytes, tuple[int, tuple[Entry, ...]]]


@contextmanager
def opened(paths: list[Path]) -> Iterator[Catalog]:
    layers = [Layer(path) for path in paths]
    try:
        yield Catalog.of(layers)
    finally:
        for layer in layers:
            layer.close()


def survey(draft: Draft, catalog: Catalog, files: Files) -> None:
    """Put all files into a draft, as if every one had been read, and settle it."""
    for path, (modified, entries) in files.items():
        number = draft.add_file(FileRecord(path, f"{modified}", modified))
        for place, entry in enumerate(entries):
            # As after rows of a data file that came to nothing: places have gaps.
            draft.add(number, place * 2, entry, offset=int(entry.digest or 0))
    draft.settle(catalog, files)


def claims_in(files: Files) -> dict[str, list[Claim]]:
    """Return the documents that ask for each article, the winner first."""
    found: dict[str, list[Claim]] = {}
    for path, (modified, entries) in files.items():
        for place, entry in enumerate(entries):
            if entry.article:
                found.setdefault(entry.article, []).append(Claim(path, modified, place, entry))
    return {article: sorted(claims, key=lambda claim: claim.rank) for article, claims in found.items()}


def told(files: Files) -> dict[str, set[Problem]]:
    """Return what is told of the documents that gave way, by article."""
    return {
        article: {gave_way(claim, claims[0]) for claim in claims[1:]}
        for article, claims in claims_in(files).items()
    }


class Layers(RuleBasedStateMachine):
    """Files come, change and go; the catalog in layers knows what a mapping knows."""

    make: Any = None

    def __init__(self) -> None:
        super().__init__()
        self.folder: Path = self.make()
        self.files: Files = {}
        self.paths: list[Path] = []
        self.number = 0

    @initialize(files=FILES)
    def rebuild(self, files: Files) -> None:
        self.update(files)

    @rule(changes=FILES, gone=st.sets(st.sampled_from(PATHS)))
    def change(self, changes: Files, gone: set[bytes]) -> None:
        kept = {path: file for path, file in self.files.items() if path not in gone}
        self.update(kept | dict(changes))

    def update(self, files: Files) -> None:
        self.number += 1
        path = self.folder / f"{self.number:06}.layer"
        with opened(self.paths) as catalog, new_draft(self.folder / f"{self.number}.draft") as draft:
            survey(draft, catalog, files)
            admit(catalog, draft)
            self.check_changes(draft, files)
            kept = write_layer(catalog, draft, path, lambda _: None)
            self.paths = [*(layer.path for layer in kept), path]
        self.files = files

    def check_changes(self, draft: Draft, files: Files) -> None:
        before, after = claims_in(self.files), claims_in(files)
        old = {article: claims[0].entry.digest for article, claims in before.items()}
        new = {article: claims[0].entry.digest for article, claims in after.items()}
        written = [digest for article, digest in new.items() if old.get(article) != digest]
        gone = [article for article, digest in old.items() if new.get(article) != digest]
        assert sorted(draft.taken_out()) == sorted(gone)
        assert draft.counts() == (len(written), len(gone))
        missing = draft.missing()
        known = [digest for digest in written if digest not in missing]
        assert list(draft.wanted()) == [None] * len(missing) + sorted(int(digest) for digest in known)
        changed = {path for path in {*files, *self.files} if files.get(path) != self.files.get(path)}
        assert set(draft.records) == changed
        news = [problems - told(self.files).get(key, set()) for key, problems in told(files).items()]
        assert set(draft.duplicates()) == set().union(*news)

    @invariant()
    def knows_what_a_mapping_knows(self) -> None:
        claims = claims_in(self.files)
        digests = {entry.digest: entry.article for _, rows in self.files.values() for entry in rows}
        with opened(self.paths) as catalog:
            assert {record.path for record in catalog.records()} == set(self.files)
            for path in PATHS:
                _, rows = self.files.get(path, (0, ()))
                assert tuple(catalog.entries(path)) == rows
                assert (catalog.get(path) is None) == (path not in self.files)
            for article in "abc":
                found = sorted(catalog.claims(article), key=lambda claim: claim.rank)
                assert found == claims.get(article, [])
            for digest in CONTENTS:
                known = catalog.known(digest)
                assert (known is not None) == (digest != "" and digest in digests)
                assert known is None or known.article == digests[digest]


def test_layers_know_what_a_mapping_knows(tmp_path_factory: pytest.TempPathFactory) -> None:
    machine = type(
        "LayersHere", (Layers,), {"make": staticmethod(lambda: tmp_path_factory.mktemp("catalog"))}
    )
    run_state_machine_as_test(
        machine, settings=settings(max_examples=60, stateful_step_count=12, deadline=None)
    )


@pytest.mark.parametrize("order", [[b"a.txt", b"b.txt"], [b"b.txt", b"a.txt"]])
def test_of_files_equally_old_the_first_by_name_wins_in_whatever_order_they_come(
    tmp_path: Path, order: list[bytes]
) -> None:
    files = {path: (1, (Entry(None, f"{number}", "id"),)) for number, path in enumerate(order)}
    with new_draft(tmp_path / "draft") as draft:
        survey(draft, Catalog.of([]), files)
        admit(Catalog.of([]), draft)
        assert [str(problem) for problem in draft.duplicates()] == [
            "b.txt: the same article as a.txt, which was kept"
        ]


def test_the_newest_file_wins_and_within_it_the_first_document(tmp_path: Path) -> None:
    rows = (Entry(1, "2", "id"), Entry(2, "3", "id"))
    files = {b"a.jsonl": (1, (Entry(9, "1", "id"),)), b"b.jsonl": (2, rows)}
    with new_draft(tmp_path / "draft") as draft:
        survey(draft, Catalog.of([]), files)
        admit(Catalog.of([]), draft)
        assert list(draft.wanted()) == [2]
        assert [str(problem) for problem in draft.duplicates()] == [
            "a.jsonl:9: the same article as b.jsonl:1, which was kept",
            "b.jsonl:2: the same article as b.jsonl:1, which was kept",
        ]
