"""Which document gives an article where several ask for it, and what follows for the index."""

from index.catalog import Catalog
from index.draft import Draft
from index.records import Claim, gave_way


def admit(catalog: Catalog, draft: Draft) -> None:
    """Let each article that a draft touches in once; note in the draft what is to be written and taken out.

    Of one URL, or one text, the newest document wins; those that give way from this build on are noted too.
    """
    for article, asking in draft.contests():
        before = sorted(catalog.claims(article), key=_rank)
        unchanged = [claim for claim in before if claim.path not in draft.records]
        after = sorted(asking + unchanged, key=_rank)
        _decide(draft, article, before, after)


def _decide(draft: Draft, article: str, before: list[Claim], after: list[Claim]) -> None:
    if _digest(before) != _digest(after):
        if after:
            draft.want(after[0])
        if before:
            draft.take_out(article)
    told = {gave_way(claim, before[0]) for claim in before[1:]}
    for claim in after[1:]:
        if gave_way(claim, after[0]) not in told:
            draft.note_duplicate(claim, after[0])


def _digest(claims: list[Claim]) -> str | None:
    return claims[0].entry.digest if claims else None


def _rank(claim: Claim) -> tuple[int, bytes, int]:
    return claim.rank
