"""What a reader can mend in a question."""

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
    """Text that names no day, month, year or span of them; the message says what would."""


class QueryError(QuestionError):
    """A query that cannot be understood: `position` is the offset in the text where it went wrong."""

    def __init__(self, sentence: str, position: int, **values: object) -> None:
        super().__init__(sentence, **values)
        self.position = position


class RequestError(QuestionError):
    """A parameter of the request that is out of its range; `field` names it and may stand in the sentence."""

    def __init__(self, sentence: str, field: str, **values: object) -> None:
        super().__init__(sentence, field=field, **values)
        self.field = field


class PageError(RequestError):
    """A page of the answer that does not exist."""

    status = 404


class UnknownArticleError(SuaraError):
    """No article with the id asked for."""

    status = 404
