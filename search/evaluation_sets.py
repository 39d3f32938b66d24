"""The sets of questions in a folder: questions on passages, and headlines on the bodies below them."""

import random
from pathlib import Path

from corpus.article import Article
from corpus.errors import CorpusError
from corpus.set_rows import set_rows
from search.evaluation import Question, RetrievalSet

PASSAGES, QUESTIONS = "facqa-corpus.jsonl.gz", "facqa-queries.jsonl.gz"
NEWS = "news.jsonl.gz"
_SEED = 20_241_127


def read_questions(folder: Path) -> RetrievalSet:
    """Read FacQA: passages `{id, text}` and the questions on them `{question, doc, split}`.

    Raises CorpusError for a file that cannot be read and for a row that lacks one of these.
    """
    articles = {
        row["id"]: _article(row["id"], row["text"]) for row in set_rows(folder / PASSAGES, "id", "text")
    }
    rows = set_rows(folder / QUESTIONS, "question", "doc", "split")
    questions = [Question(row["question"], row["doc"], row["split"]) for row in rows]
    lost = next((each.article_id for each in questions if each.article_id not in articles), None)
    if lost is not None:
        raise CorpusError(f"{folder / QUESTIONS}: no passage of {PASSAGES} has the id '{lost}'; add it.")
    return RetrievalSet("facqa", articles, questions)


def read_headlines(folder: Path, sample: int) -> RetrievalSet:
    """Read news `{id, text, title}`: each title asks for the body below it, which is indexed without it.

    Of the titles `sample` are drawn, the same ones each time, or all where there are fewer. Raises
    CorpusError for a file that cannot be read and for a row without id and text; a title may be missing.
    """
    rows = list(set_rows(folder / NEWS, "id", "text"))
    articles = {row["id"]: _article(row["id"], row["text"]) for row in rows}
    questions = [Question(row["title"], row["id"]) for row in rows if row.get("title")]
    drawn = random.Random(_SEED).sample(questions, min(sample, len(questions)))  # noqa: S311  # no secret
    return RetrievalSet("headlines", articles, drawn)


def _article(article_id: str, text: str) -> Article:
    return Article(id=article_id, title=None, body=text)
