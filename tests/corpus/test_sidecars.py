import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.page import GivenFields, Problem, RawPage
from corpus.readers import read_pages

ALL = {
    "url": "https://kabararunika.id/a",
    "title": "Judul",
    "date": "2024-11-17",
    "source": "kabararunika.id",
    "author": "Sekar",
    "speakers": ["Rahmat"],
}


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("halaman")
    return path


def read_with(document: Path, said: Any) -> list[RawPage | Problem]:
    beside = document.with_name(document.name + ".meta.json")
    beside.write_bytes(said if isinstance(said, bytes) else json.dumps(said).encode())
    return list(read_pages([document.parent]))


def test_a_sidecar_gives_every_field_of_a_page(page: Path) -> None:
    (found,) = read_with(page, ALL)
    assert isinstance(found, RawPage)
    assert found.given == GivenFields(
        ALL["url"], "Judul", date(2024, 11, 17), "kabararunika.id", "Sekar", ("Rahmat",)
    )


def test_a_sidecar_stands_before_what_a_row_says_of_itself(tmp_path: Path) -> None:
    rows = tmp_path / "a.jsonl"
    rows.write_text(json.dumps({"text": "isi", **ALL}) + "\n" + json.dumps({"text": "isi"}))
    first, second = read_with(rows, {"source": "lain.id", "author": None})
    assert isinstance(first, RawPage)
    assert isinstance(second, RawPage)
    assert (first.given.source, first.given.author, first.given.title) == ("lain.id", "Sekar", "Judul")
    assert second.given == GivenFields(source="lain.id")


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.csv", "a.warc", "a.txt.gz"])
def test_a_file_to_ignore_gives_nothing_silently(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"rusak")
    assert read_with(tmp_path / name, {"ignore": True, "titel": 3}) == []


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (b"", "the sidecar is cut off in the middle of its JSON"),
        (b"{", "the sidecar is cut off in the middle of its JSON"),
        (b"[]", 'the sidecar is no JSON object such as {"title": …}'),
        (b'{"a": NaN}', "NaN is no JSON value; leave the field out"),
        (b"[" * 100_000, "the sidecar is nested too deeply"),
        (b" " * 1_000_001, "the file is larger than 1 MB"),
        ({"ignore": "ya", "title": "Judul"}, "'ignore' is neither true nor false"),
    ],
)
def test_a_bad_sidecar_is_a_problem_of_its_own_and_the_page_is_read(
    page: Path, said: object, reason: str
) -> None:
    problem, found = read_with(page, said)
    assert problem == Problem(
        page.with_name("a.txt.meta.json"), None, f"{reason}; its document is read without it"
    )
    assert found == RawPage(page, None, "saved", "halaman")


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"title": 3}, "'title' is a number where text in quotation marks is wanted"),
        ({"date": "kemarin"}, "'date' is not a date: 'kemarin'"),
        ({"speakers": "Rahmat"}, "'speakers' is not a list of names"),
        ({"titel": "Judul"}, "'titel' is no field of a sidecar"),
    ],
)
def test_a_bad_field_is_named_and_the_others_stand(page: Path, said: dict[str, Any], reason: str) -> None:
    problem, found = read_with(page, {**said, "source": "lain.id"})
    beside = page.with_name("a.txt.meta.json")
    assert problem == Problem(beside, None, f"{reason}; the field is left out", lost=False)
    assert isinstance(found, RawPage)
    assert found.given == GivenFields(source="lain.id")


@pytest.mark.parametrize("field", ["url", "title", "date", "speakers"])
def test_a_field_of_one_document_is_none_of_many(tmp_path: Path, field: str) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "isi"}')
    problem, found = read_with(tmp_path / "a.jsonl", {field: ALL[field]})
    assert isinstance(problem, Problem)
    assert problem.reason == f"{field!r} cannot be one for all documents of a file; the field is left out"
    assert isinstance(found, RawPage)
    assert found.given == GivenFields()


def test_a_sidecar_that_is_a_link_or_a_folder_is_refused(page: Path, tmp_path: Path) -> None:
    (tmp_path / "luar.json").write_text('{"title": "rahasia"}')
    beside = page.with_name("a.txt.meta.json")
    beside.symlink_to(tmp_path / "luar.json")
    problem, found = read_pages([page])
    assert str(problem) == (
        f"{beside}: the file is a link, and links are not followed; its document is read without it"
    )
    assert isinstance(found, RawPage)
    assert found.given == GivenFields()
    beside.unlink()
    beside.mkdir()
    problem, found = read_pages([page])
    assert "no regular file" in str(problem)


def test_a_sidecar_without_its_document_is_named(page: Path) -> None:
    beside = page.with_name("b.txt.meta.json")
    beside.write_text("{}")
    _, problem = read_pages([page.parent])
    reason = "the sidecar has no effect: there is no document b.txt"
    assert problem == Problem(beside, None, reason, lost=False)


def test_a_document_whose_name_leaves_no_room_for_a_sidecar_has_none(tmp_path: Path) -> None:
    (tmp_path / f"{'a' * 250}.txt").write_text("halaman")
    (found,) = read_pages([tmp_path])
    assert isinstance(found, RawPage)


def test_a_sidecar_that_cannot_be_read_is_a_problem(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    beside = page.with_name("a.txt.meta.json")
    beside.write_text("{}")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr("corpus.packing.os.open", refuse)
        problem, lost = read_pages([page])
    assert str(problem) == (
        f"{beside}: the file cannot be read: Permission denied; its document is read without it"
    )
    assert str(lost) == f"{page}: the file cannot be read: Permission denied"


def test_a_sidecar_is_no_document(page: Path) -> None:
    beside = page.with_name("a.txt.meta.json")
    beside.write_text("{}")
    (problem,) = read_pages([beside])
    assert "this is a sidecar" in str(problem)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.binary(),
        st.dictionaries(
            st.sampled_from([*ALL, "ignore"]),
            st.from_type(type(None)) | st.text() | st.integers() | st.lists(st.text()),
        ),
    )
)
def test_any_sidecar_leaves_the_page_or_ignores_it(page: Path, said: object) -> None:
    found = read_with(page, said)
    assert all(isinstance(each, RawPage | Problem) for each in found)
    assert sum(isinstance(each, RawPage) for each in found) == 1
