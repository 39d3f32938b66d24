"""Questions made less strict."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query import parse, unparse
from search.relaxation import relaxed

WORDS = (
    "debat",
    "wali kota",
    "title:(wali kota uang)",
    "uang",
    "yang",
    "title:pilkada",
    '"hak pilih"',
    "coblos*",
    "pemlu~",
)
CONDITIONS = ("-hoaks", "speaker:siti", "source:lentera", "date:2024-11", "quote:suara")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ""),
        ("debat", "debat"),
        ("debat uang", "debat OR uang"),
        ('debat "hak pilih" coblos* pemlu~', 'debat OR "hak pilih" OR coblos* OR pemlu~'),
        ("title:debat quote:uang", "title:debat OR quote:uang"),
        ("title:(debat uang)", "title:(debat OR uang)"),
        ("title:(debat yang) uang", "title:debat OR uang"),
        # function words, unless there is nothing else
        ("debat yang di uang", "debat OR uang"),
        ("title:yang debat uang", "debat OR uang"),
        ("debat yang", "debat yang"),
        ("yang di", "yang OR di"),
        ("yang di -hoaks", "yang di -hoaks"),
        ("(debat OR yang) uang", "debat OR uang"),
        # words that mean one thing are one alternative
        ("komisi pemilihan umum kerinci", "komisi pemilihan umum OR kerinci"),
        ("wali kota", "wali kota"),
        ("wali kota -serang", "wali kota NOT serang"),
        ("title:(wali kota debat)", "title:(wali kota OR debat)"),
        ("title:(wali kota yang)", "title:(wali kota)"),
        ("title:(wali kota -debat)", "title:(wali kota -debat)"),
        ("terstruktur sistematis dan masif", "terstruktur sistematis dan masif"),
        ("terstruktur sistematis dan masif dan uang", "terstruktur sistematis dan masif OR uang"),
        ("wali debat kota", "wali OR debat OR kota"),
        ("anak-anak se-arunika", "anak-anak OR se-arunika"),
        # conditions stay
        ("debat uang -hoaks", "NOT hoaks (debat OR uang)"),
        ("debat speaker:siti uang source:lentera", "speaker:siti source:lentera (debat OR uang)"),
        ("debat date:2024-11-27 uang", "date:2024-11-27 (debat OR uang)"),
        ("debat (speaker:siti OR speaker:budi) uang", "(speaker:siti OR speaker:budi) (debat OR uang)"),
        ("debat (uang OR -hoaks) suara", "(uang OR NOT hoaks) (debat OR suara)"),
        ("speaker:siti source:lentera", "speaker:siti source:lentera"),
        ("debat -hoaks", "debat NOT hoaks"),
        # alternatives stay, and take in those around them
        ("debat OR uang", "debat OR uang"),
        ("debat uang OR suara", "debat OR uang OR suara"),
        ("debat OR yang", "debat OR yang"),
        ("(debat OR uang) suara", "debat OR uang OR suara"),
        ("(debat uang OR suara) speaker:siti", "(debat OR uang OR suara) speaker:siti"),
        # a quote of a speaker stays the speaker's
        ("speaker:siti quote:uang", "speaker:siti quote:uang"),
        ("speaker:siti quote:uang debat", "speaker:siti (speaker:siti quote:uang OR debat)"),
        (
            "speaker:siti quote:uang quote:suara",
            "speaker:siti (speaker:siti quote:uang OR speaker:siti quote:suara)",
        ),
        ("-debat", "NOT debat"),
        ("-(debat uang)", "NOT (debat uang)"),
    ],
)
def test_words_become_alternatives(query: str, expected: str) -> None:
    assert relaxed(parse(query)) == parse(expected)


@given(
    st.lists(st.sampled_from(WORDS), max_size=4, unique=True),
    st.lists(st.sampled_from(CONDITIONS), max_size=3, unique=True),
)
def test_what_is_relaxed_can_be_written_and_read(words: list[str], conditions: list[str]) -> None:
    tree = relaxed(parse(" ".join(words + conditions)))
    assert parse(unparse(tree)) == tree
