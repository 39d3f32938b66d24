"""The arrays against a plain model: whatever is added, deleted, spilled and merged, the same is read back."""

import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.arrays import growth, merging
from index.arrays.array_index import ArrayIndex, open_arrays
from index.arrays.documents import Document
from index.arrays.fields import CODE_LENGTHS
from index.arrays.index_writer import IndexWriter
from index.arrays.layout import Column, Field, Layout
from index.arrays.merging import Merged
from index.arrays.run import Run
from index.arrays.segment import SegmentReader
from index.arrays.segment_list import read_segments
from index.arrays.segment_writer import write_segment
from index.arrays.text_terms import Terms

LAYOUT = Layout(
    (
        Field("id"),
        Field("text", has_positions=True, has_spans=True),
        Field("stem"),
        Field("name", has_positions=True),
    ),
    (Column("source", "name"), Column("speaker", "names"), Column("day", "number"), Column("key", "key")),
)

words = st.sampled_from(["", "a", "ab", "aba", "b", "pemilu", "é", "日本", "x" * 40, "z"]).map(
    lambda word: f"w{word}"
)
gaps = st.sampled_from([0, 1, 1, 1, 2, 6, 7, 8, 300])
steps = st.sampled_from([1, 1, 1, 1, 2, 101])


@st.composite
def texts(draw: st.DrawFn) -> Terms:
    """Draw words with positions that grow and places that do not overlap."""
    terms = draw(st.lists(words, max_size=12))
    # One word so often that its frequency does not fit a byte.
    terms = terms * draw(st.sampled_from([1, 1, 1, 1, 1, 300]))
    moves = [draw(steps) for _ in terms[:8]] + [1] * len(terms[8:])
    spaces = [draw(gaps) for _ in terms[:8]] + [1] * len(terms[8:])
    positions = (np.cumsum(moves) - 1).tolist() if terms else []
    ends = np.cumsum([space + len(term) for space, term in zip(spaces, terms, strict=True)]).tolist()
    starts = [end - len(term) for end, term in zip(ends, terms, strict=True)]
    is_plain = positions == list(range(len(terms)))
    return Terms(terms, range(len(terms)) if is_plain else positions, starts, ends)


@st.composite
def documents(draw: st.DrawFn, key: int, width: int) -> Document:
    """Draw a document that has this id; its key is as long as `width` says, or as it comes."""
    text = draw(texts())
    fields = {"id": Terms([f"id{key}"]), "text": text, "stem": Terms([term[:2] for term in text.terms])}
    if draw(st.booleans()):
        fields["name"] = Terms(text.terms[:3], range(len(text.terms[:3])))
    names = st.sampled_from(["Ani", "Budi", "Çelik", "日本"])
    columns: dict[str, Any] = {
        "source": draw(st.sampled_from(["", "lentera", "kabar"])),
        "speaker": tuple(draw(st.lists(names, max_size=3))),
        "day": draw(st.integers(-5, 800_000)),
        "key": f"{key:0{width}}".encode(),
    }
    return Document(fields, columns, f"record {key} " + draw(st.sampled_from(["", "é", "panjang " * 2_000])))


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[list[Document], set[int], list[int]]]:
    """Draw commits: documents to add in batches, ids to take out first, and after which batches to spill."""
    width = draw(st.sampled_from([0, 4]))
    history, made = [], 0
    for _ in range(draw(st.integers(1, 8))):
        count = draw(st.integers(0, 5))
        added = [draw(documents(made + number, width)) for number in range(count)]
        gone = draw(st.sets(st.integers(0, max(0, made - 1)), max_size=6)) if made else set()
        history.append((added, gone, draw(st.lists(st.integers(1, 4), max_size=3))))
        made += count
    return history


def write(folder: Path, history: Sequence[tuple[list[Document], set[int], list[int]]]) -> None:
    for number, (added, gone, spills) in enumerate(history):
        writer = IndexWriter(folder, LAYOUT)
        writer.take_out("id", [f"id{key}" for key in gone])
        readers = list(runs_of(folder.parent / f"runs{number}", added, spills))
        if len(readers) == 1:
            writer.add(readers[0])
        else:
            writer.add(Merged([reader for reader in readers if isinstance(reader, SegmentReader)]))
        writer.commit()


def runs_of(folder: Path, added: Sequence[Document], spills: Sequence[int]) -> Iterator[Run | SegmentReader]:
    """Yield a run of all documents, or segments of runs cut after some of them; each document is a batch."""
    cuts = sorted({0, len(added), *(cut for cut in spills if cut < len(added))})
    for number, (start, stop) in enumerate(pairwise(cuts)):
        run = Run(LAYOUT)
        for document in added[start:stop]:
            run.add(document)
            run.end_batch()
        if len(cuts) <= 2:
            yield run
            return
        spilled = folder / str(number)
        spilled.mkdir(parents=True)
        yield SegmentReader(spilled, write_segment(spilled, LAYOUT, run), LAYOUT)


def read(found: ArrayIndex) -> dict[str, dict[str, Any]]:
    """Read every document back out of the arrays, by its id."""
    documents: dict[str, dict[str, Any]] = {}
    for segment in found.segments:
        seen: list[dict[str, Any]] = [{name: {} for name in segment.fields} for _ in range(segment.documents)]
        for name, field in segment.fields.items():
            for ordinal, term in enumerate(field.terms):
                docs, freqs = field.docs_of(ordinal).tolist(), field.freqs_of(ordinal).tolist()
                assert docs == sorted(set(docs))
                assert field.doc_frequency(ordinal) == len(docs)
                ends = np.cumsum(freqs).tolist()
                where = field.positions_of(ordinal).tolist() if field.has_positions else []
                for document, freq, end in zip(docs, freqs, ends, strict=True):
                    seen[document][name][term.decode()] = (freq, where[end - freq : end])
        for document, record in enumerate(segment.records(range(segment.documents))):
            if segment.deleted is not None and segment.deleted[document]:
                continue
            seen[document] |= whole(segment, document) | {"record": record}
            (key,) = seen[document]["id"]
            documents[key] = seen[document]
    return documents


def whole(segment: SegmentReader, document: int) -> dict[str, Any]:
    name = segment.name_column("source")
    return {
        "lengths": {name: int(field.lengths[document]) for name, field in segment.fields.items()},
        "spans": [each.tolist() for each in segment.field("text").spans([document])[:3]],
        "source": name.values[name.ordinals[document]],
        "speaker": segment.names("speaker").of(document),
        "day": int(segment.number("day").values[document]),
        "key": segment.key().get(document),
    }


def model(history: Sequence[tuple[list[Document], set[int], list[int]]]) -> dict[str, dict[str, Any]]:
    kept: dict[str, dict[str, Any]] = {}
    for added, gone, _ in history:
        for key in gone:
            kept.pop(f"id{key}", None)
        for document in added:
            kept[document.fields["id"].terms[0]] = expected(document)
    return kept


def expected(document: Document) -> dict[str, Any]:
    fields = {field.name: document.fields.get(field.name, Terms(())) for field in LAYOUT.fields}
    found: dict[str, Any] = {}
    for field in LAYOUT.fields:
        terms = fields[field.name]
        times = Counter(terms.terms)
        where: dict[str, list[int]] = {term: [] for term in times}
        for term, position in zip(terms.terms, terms.positions if field.has_positions else (), strict=False):
            where[term].append(position)
        found[field.name] = {term: (count, where[term]) for term, count in times.items()}
    text = fields["text"]
    spans = [list(text.positions), list(text.starts), list(text.ends)]
    return (
        found
        | document.columns
        | {
            "lengths": {name: len(terms.terms) for name, terms in fields.items()},
            "spans": spans,
            "record": document.record,
        }
    )


@given(history=histories())
@settings(max_examples=60, deadline=None)
def test_what_was_added_and_not_deleted_is_read_back(history: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "index", history)
        found = open_arrays(Path(folder) / "index", LAYOUT)
        found.verify()
        assert read(found) == model(history)
        assert found.alive == len(model(history))


@given(history=histories(), piece=st.integers(1, 30))
@settings(max_examples=40, deadline=None)
def test_one_merge_in_small_pieces_is_as_one_run_of_what_is_left(history: list[Any], piece: int) -> None:
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        folder = Path(name)
        write(folder / "index", history)
        patch.setattr(merging, "STRETCH_POSTINGS", piece)
        patch.setattr(merging, "_DOCUMENTS_AT_ONCE", piece)
        patch.setattr(growth, "KEPT_BYTES", piece)
        (folder / "merged").mkdir()
        writer = IndexWriter(folder / "merged", LAYOUT)
        segments = [(folder / "index", entry) for entry in read_segments(folder / "index")]
        for part in writer.parts_of(segments):
            part.write()
        writer.take_in(segments)
        writer.commit()
        merged = open_arrays(folder / "merged", LAYOUT)
        assert read(merged) == model(history)
        assert len(merged.segments) == bool(model(history))
        assert not any(segment.deleted_count for segment in merged.segments)


@given(history=histories(), cuts=st.lists(st.integers(1, 20), max_size=4))
@settings(max_examples=40, deadline=None)
def test_the_bytes_are_the_same_wherever_runs_are_cut(history: list[Any], cuts: list[int]) -> None:
    added = [document for documents, _, _ in history for document in documents]
    with tempfile.TemporaryDirectory() as name:
        for number, spills in enumerate(([], cuts)):
            (Path(name) / str(number)).mkdir()
            write(Path(name) / str(number) / "index", [(added, set(), spills)])
        one, other = (
            {path.name: path.read_bytes() for path in (Path(name) / number / "index").iterdir()}
            for number in "01"
        )
        assert one == other


@given(history=histories())
@settings(max_examples=30, deadline=None)
def test_statistics_count_deleted_documents_until_they_are_merged_away(history: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as name:
        write(Path(name) / "index", history)
        found = open_arrays(Path(name) / "index", LAYOUT)
        for field in ("text", "stem"):
            readers = [segment.field(field) for segment in found.segments]
            assert found.total_length(field) == sum(int(reader.lengths.sum()) for reader in readers)
            for reader in readers:
                expected = np.searchsorted(CODE_LENGTHS, reader.lengths)
                assert reader.length_codes.tolist() == expected.tolist()
        for key in (b"wa", b"nothing"):
            holders = [
                segment.field("text")
                for segment in found.segments
                if key in list(segment.field("text").terms)
            ]
            assert found.doc_frequency("text", key) == sum(
                holder.doc_frequency(holder.terms.find(key)) for holder in holders
            )
        assert found.documents - sum(segment.deleted_count for segment in found.segments) == found.alive


def document(key: int) -> Document:
    columns: dict[str, Any] = {"source": "lentera", "speaker": (), "day": 0, "key": b"%04d" % key}
    return Document({"id": Terms([f"id{key}"])}, columns, f"record {key}")


def commit(folder: Path, keys: range, gone: Sequence[int] = ()) -> list[str]:
    """Add documents and take out others; return the files that were not there before."""
    before = {path.name: path.stat().st_ino for path in folder.glob("*.seg")} if folder.exists() else {}
    writer = IndexWriter(folder, LAYOUT)
    writer.take_out("id", [f"id{key}" for key in gone])
    run = Run(LAYOUT)
    for key in keys:
        run.add(document(key))
    run.end_batch()
    writer.add(run)
    writer.commit()
    return [path.name for path in folder.glob("*.seg") if before.get(path.name) != path.stat().st_ino]


def test_a_small_commit_writes_no_large_segment_anew(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    (large,) = {name.partition(".")[0] for name in commit(folder, range(1_000))}
    for number in range(40):
        written = commit(folder, range(2_000 + 10 * number, 2_010 + 10 * number))
        assert not any(name.startswith(large) for name in written)
    found = open_arrays(folder, LAYOUT)
    assert len(found.segments) <= 6
    assert found.alive == 1_400


def test_a_deletion_adds_a_file_and_changes_none(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    commit(folder, range(100))
    contents = {path.name: path.read_bytes() for path in folder.glob("*.seg")}
    (written,) = commit(folder, range(0), gone=[5, 7])
    assert written.endswith(".deleted.seg")
    assert {name: (folder / name).read_bytes() for name in contents} == contents
    (again,) = commit(folder, range(0), gone=[9])
    assert again != written
    assert not (folder / written).exists()
    found = open_arrays(folder, LAYOUT)
    assert [key for key in range(100) if not found.alive_with("id", f"id{key}")] == [5, 7, 9]


def test_a_deletion_of_nothing_writes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    commit(folder, range(10))
    assert commit(folder, range(0), gone=[99]) == []
    commit(folder, range(0), gone=[1])
    assert commit(folder, range(0), gone=[1]) == []


def test_a_segment_without_documents_left_goes(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    commit(folder, range(10))
    commit(folder, range(0), gone=range(10))
    found = open_arrays(folder, LAYOUT)
    assert (found.segments, found.documents, found.alive) == ((), 0, 0)
    assert not list(folder.glob("*.seg"))


def test_the_same_documents_twice_are_two_segments(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    commit(folder, range(10))
    commit(folder, range(10))
    found = open_arrays(folder, LAYOUT)
    assert len({segment.name for segment in found.segments}) == 2
    assert found.alive == 20


def test_what_is_merged_is_checked_first(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    commit(folder, range(10))
    checked: list[str] = []
    writer = IndexWriter(folder, LAYOUT, checked.append)
    writer.take_out("id", ["id1", "id2", "id3"])
    writer.commit()
    assert [name.partition(".")[2] for name in checked] == [
        "postings.seg",
        "documents.seg",
        "records.seg",
        checked[-1].partition(".")[2],
    ]
    assert checked[-1].endswith(".deleted.seg")
