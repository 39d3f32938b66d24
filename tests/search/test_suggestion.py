"""What the writer of a query plainly meant."""

import pytest

from search.errors import QueryError
from search.query import parse


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("pembicra:Budi", "pembicara:Budi"),
        ('debat pembicra:"Al Badrani"', 'debat pembicara:"Al Badrani"'),
        ("(debat", "(debat)"),
        ("(debat OR", "(debat)"),
        ("(debat OR ((pilkada damai", "(debat OR ((pilkada damai)))"),
        ('(debat "politik uang', '(debat "politik uang")'),
        ("debat) publik", "debat publik"),
        ("debat)publik)", "debat publik"),
        ("pemilu~2 damai", "pemilu~ damai"),
        ("pemilu~0.8", "pemilu~"),
        ("pem** damai", "pem* damai"),
        ("pem.*", "pem*"),
        ("pemilu *", "pemilu*"),
        ("pemilu\n ~ damai", "pemilu~ damai"),
        ("* damai", "damai"),
        ("debat OR *", "debat OR"),
        ('"politik uang" *', '"politik uang"'),
        ('"politik uang"~5 damai', '"politik uang" damai'),
        ("(a b)~2", "(a b)"),
        ("date:2024..2023 a", "date:2023..2024 a"),
        ('date:"des 2024..1 nov 2024"', 'date:"1 nov 2024..des 2024"'),
        ("tanggal:27 november 2024", 'tanggal:"27 november 2024"'),
        ("(tanggal:november 2024) debat", '(tanggal:"november 2024") debat'),
        ("date:1 nov 2024 .. 3 des 2024 debat", 'date:"1 nov 2024 .. 3 des 2024" debat'),
        # one thing after the other
        ("(pembicra:Budi date:2024..2023 damai~2", "(pembicara:Budi date:2023..2024 damai~)"),
        # where it is not plain what was meant, or the rest cannot be mended
        ("*", None),
        (")", None),
        ("(*)", None),
        ("title:*", None),
        ("*an", None),
        ("pem*lu", None),
        ("pe*", None),
        ("pe **", None),
        ("title:source:a", None),
        ("date:", None),
        ("date:kemarin", None),
        ("date:november", None),
        ('date:"27 november 2024 debat"', None),
        ("pembicra:Budi pe*", None),
        ("((((((((((((a", None),
        ("a))))))))))))", None),
        ("a " * 33, None),
    ],
)
def test_what_was_plainly_meant_is_suggested(text: str, suggestion: str | None) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert caught.value.suggestion == suggestion
    if suggestion:
        parse(suggestion)
