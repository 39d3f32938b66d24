"""What a reader can mend in a question."""

from dataclasses import dataclass

from corpus.errors import SuaraError


class QuestionError(SuaraError):
    """Something wrong in a question.

    `sentence` is the English wording with `{names}` where `values` go: a page in another language looks its
    own wording up by the sentence and puts in the same values.
    """

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence.format(**values))
        self.sentence = sentence
        self.values = values


class PeriodError(QuestionError):
    """Text that names no day, week, month, year or span of them; the message says what would.

    `mended` is the whole text put right, where it is plain what was meant.
    """

    def __init__(self, sentence: str, mended: str | None = None, **values: object) -> None:
        super().__init__(sentence, **values)
        self.mended = mended


@dataclass(frozen=True, slots=True)
class Mend:
    """What to write in place of `query[start:end]` to put one thing right."""

    start: int
    end: int
    text: str

    def applied_to(self, query: str) -> str:
        """Return the query with this put right."""
        return query[: self.start] + self.text + query[self.end :]


class QueryError(QuestionError):
    """A query that cannot be understood: `position` is the offset in the text where it went wrong.

    `mend` puts this one thing right, where it is plain what was meant; `suggestion` is the whole query with
    everything put right, and `parse` reads it.
    """

    def __init__(self, sentence: str, position: int, mend: Mend | None = None, **values: object) -> None:
        super().__init__(sentence, **values)
        self.position = position
        self.mend = mend
        self.suggestion: str | None = None


class RequestError(QuestionError):
    """A parameter of the request that is out of its range; `field` names it and may stand in the sentence."""

    def __init__(self, sentence: str, field: str, **values: object) -> None:
        super().__init__(sentence, field=field, **values)
        self.field = field


class WorkError(RequestError):
    """A query that would read more of the index than one query may; the message says what to leave out."""


class PageError(RequestError):
    """A page of the answer that does not exist."""

    status = 404


class UnknownArticleError(SuaraError):
    """No article with the id asked for."""

    status = 404
