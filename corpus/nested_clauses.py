"""Statements inside statements: `Ia menegaskan bahwa Sari telah berjanji sawah itu digarap`."""

from collections.abc import Iterator, Sequence

from corpus.chosen_clauses import Clause
from corpus.runs import Tokens

# Verbs of those whose words are told on; what somebody thinks or feels others may only guess.
_TOLD_ON = frozenset(
    {"mengatakan", "menyatakan", "menyampaikan", "menegaskan", "menjelaskan", "mengungkapkan", "menuturkan"}
    | {"berpesan", "berjanji", "berkata", "memerintahkan", "menginstruksikan", "mengimbau", "mengingatkan"}
    | {"mengakui", "membantah"}
)
# `Membantah bahwa Sari mengatakan …`, `menuding Sari mengatakan …`, `jika Sari mengatakan …`
_DOUBTED = frozenset(
    {"membantah", "bantah", "menepis", "menyangkal", "menampik", "memungkiri", "meragukan", "mempertanyakan"}
    | {"menanyakan", "bertanya", "menuding", "menuduh", "mengklaim", "berharap", "meminta", "mendesak"}
    | {"membayangkan", "mengandaikan", "mengharapkan", "menuntut", "dibantah", "mengusulkan", "menyarankan"}
)
_SUPPOSED = frozenset(
    {"jika", "kalau", "bila", "apabila", "apakah", "apa", "seandainya", "agar", "supaya", "tidak", "tak"}
    | {"belum", "pernah", "seolah", "seolah-olah", "seakan", "seakan-akan", "harus", "akan", "yang", "bukan"}
    | {"saat", "ketika", "setelah", "usai", "sebelum", "sejak", "karena", "meski", "meskipun", "dapat"}
    | {"bisa", "ingin", "mau", "hendak", "perlu", "wajib", "layak", "patut", "mesti", "berniat", "berhak"}
)
# Tokens before a verb, and before its subject.
_NEAR = 3


def nested_in(
    main: Clause, clauses: Sequence[Clause], tokens: Tokens, span: tuple[int, int]
) -> Iterator[Clause]:
    """Yield the clauses inside what the main clause says that tell on the words of another person by name."""
    if tokens[main.report.position].key in _DOUBTED:
        return
    own = {speaker.name for speaker in main.speakers}
    for clause in clauses:
        report = clause.report
        inside = clause is not main and span[0] <= report.first and report.position < span[1]
        named = clause.speakers[0].name is not None and clause.speakers[0].name not in own
        if inside and named and not report.refers_back and _is_told_on(tokens, clause):
            yield clause


def _is_told_on(tokens: Tokens, clause: Clause) -> bool:
    report = clause.report
    if tokens[report.position].key not in _TOLD_ON:
        return False
    before = (
        tokens[max(0, report.first - _NEAR) : report.first]
        + tokens[max(report.first, report.position - _NEAR) : report.position]
    )
    return not any(token.key in _SUPPOSED for token in before)
