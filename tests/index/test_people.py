"""The people file of a generation."""

from pathlib import Path

from index.people import Heard, Person, count_voices, read_people, write_people
from index.voices import Voice

PEOPLE = (
    Person("Al Badrani", (Heard("Badrani", "Pj Gubernur Arunika", "office", ((1, 2), (5, 1))),), ("Pak Al",)),
    Person("Nu'man “Ucok” Saefudin", (Heard("Nu'man", None, "name", ((0, 1),)),)),
)


def test_persons_come_back_from_their_file(tmp_path: Path) -> None:
    path = tmp_path / "people.jsonl"
    write_people(path, PEOPLE)
    assert read_people(path) == PEOPLE
    assert PEOPLE[0].voices[0].articles == 3


def test_voices_are_counted_from_their_persons() -> None:
    assert count_voices(PEOPLE).counts == {
        Voice("Badrani", "Pj Gubernur Arunika"): {1: 2, 5: 1},
        Voice("Nu'man", None): {0: 1},
    }
