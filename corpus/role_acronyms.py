"""Roles that say an office twice: written out, and as its acronym in brackets."""

import re

from corpus.lexicon import role_short_forms

_IN_BRACKETS = re.compile(r"\s*\(\s*(?P<short>\w+)\s*\)")


def with_acronym(role: str) -> str:
    """Return a role with the acronym in the place of the words it stands for.

    `Kepala Kepolisian Daerah (Kapolda) Arunika` is the `Kapolda Arunika`. Only an acronym of the list goes
    before its own words; `Komisi Pemilihan Umum (KPU)` stays, and so does what is short for one word, as
    in `Penjabat (Pj) Gubernur`.
    """
    found = _IN_BRACKETS.search(role) if "(" in role else None
    words = role_short_forms().get(found["short"].lower(), "").split() if found else []
    if found is None or len(words) == 1:
        return role
    written_out = r"\s+".join(map(re.escape, words)) or "(?!)"
    before = re.search(rf"\b{written_out}$", role[: found.start()], re.IGNORECASE)
    return role[: before.start()] + found["short"] + role[found.end() :] if before else role
