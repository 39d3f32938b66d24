"""What a fact check only repeats: the stretches of its body that hold the claim it checks."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, zip_longest

from corpus.claim_topics import is_topic, show_end, topic_end
from corpus.claim_words import CITED, claim_words_in, interrupts, is_cue, spreaders_in
from corpus.denials import ANSWERED, NOT, is_denied
from corpus.heads import Head, heads_in
from corpus.lexicon import ACCORDING, BASE_CUE, CAPITAL, CLITIC_CUE, CUE, QUOTED
from corpus.runs import Tokens
from corpus.sentences import Sentence, Token, sentences_in
from corpus.spans import Span, merged

# Paragraphs that a claim quoted over several of them may take.
_LONGEST_CLAIM = 30
# Tokens between a bare verb and the account that is its subject: `tulis salah satu akun`.
_NEAR = 4
# Tokens before the name of somebody whose account spread a claim.
_LATEST_SPREADER = 3
_OPENING = frozenset('“„«"')
_CLOSING = frozenset('”»"“')
_WITHIN, _POINTED = frozenset({"dalam", "pada", "di"}), frozenset({"tersebut", "itu", "ini"})
_MESSAGES = frozenset({"pesan", "informasi", "surat", "pengumuman", "edaran", "isu", "kabar", "brosur"})
_DENYING = frozenset({"membantah", "menepis", "menyangkal", "meluruskan", "memastikan", "mengklarifikasi"})
_RETOLD = frozenset(
    {"disebutkan", "dikatakan", "dijelaskan", "dituliskan", "dinyatakan", "terdapat", "tercantum", "tertera"}
)
_LONGEST_RETELLING = 6
# `Dalam video itu NAME memang mengatakan …`
_INDEED = frozenset({"memang", "sebenarnya", "sejatinya", "sesungguhnya"})
# `Dalam video “…”, NAME memang mengatakan …`
_TITLED = frozenset({"video", "artikel", "berita", "pemberitaan", "siniar", "laporan", "unggahan", "judul"})
_THUS = ["dengan", "demikian"]
_JUDGED = frozenset(
    {"benar", "keliru", "palsu", "menyesatkan", "hoaks", "hoax", "kategori", "terbukti", "salah"}
)
_NOUNS = frozenset({"kata", "klaim", "pesan", "kritik", "kabar", "kutip", "tulis", "sebut", "jelas", "tegas"})
_RUMOURS = frozenset({"klaim", "kabar", "isu", "informasi", "rumor", "gosip", "pesan", "tulisan"})
_CHECKED = re.compile(
    r"\b(?:fakta\w*|hoa(?:x|ks)|tidak benar|klarifikasi\w*|(?:mem|di)?bantah\w*|penelusuran|ditelusuri"
    r"|menelusuri|keliru|palsu|menyesatkan|diperiksa|berdasarkan|(?:di|me)lansir|dikutip|diketahui"
    r"|(?:apa(?:kah)?\s+)?benarkah|apa(?:kah)?\s+benar|(?:saat|ketika)\s+(?:dikonfirmasi|dihubungi)"
    r"|(?:menanggapi|menepis|terkait)\s+(?:\w+\s+){0,2}"
    r"(?:hal|isu|rumor|kabar|informasi|berita|pemberitaan|klaim|unggahan|tudingan))\b",
    re.IGNORECASE,
)
# `Sumber: https://…`, and the text goes on behind it.
_ADDRESS = re.compile(r"\s*(?:https?://\S+\s*)+")
_LINK = re.compile(r"https?://[^\s,“”]+")
_NUMBERED = re.compile(rf"\(\d{{1,2}}\)\s*(?P<address>{_LINK.pattern})")
# A label ends with its line, or at a row of signs: `Kategori: BERITA ===== Sebuah sawah …`.
_LABELLED = re.compile(r"\n|={3,}|(?:= ){2,}=")


def claims_in(body: str, reading: str | None = None, addresses: Collection[str] = ()) -> tuple[Span, ...]:
    """Return the claims in the body of a fact check, in their order and apart from one another.

    `reading` is the body with its sentences parted, of the same length; `addresses` are where the claim was
    found, beside those that the body tells.

    They are what stands under the head of a claim or above the first findings, the sentences that tell of a
    claim before anybody speaks in them, and the quotations that such a sentence announces. What is in doubt
    counts as claim: a statement lost is a lesser harm than made-up words in a person's mouth.
    """
    heads = list(heads_in(body))
    spans = [*_under_heads(body, heads), *_cited_again(body, heads, addresses)]
    spans.extend(_in_sentences(reading or body, heads))
    if not heads and not _CHECKED.search(body):
        spans.append(Span(0, len(body)))
    return tuple(merged(spans))


def _under_heads(body: str, heads: Sequence[Head]) -> Iterator[Span]:
    # A conclusion alone stands below the findings.
    if heads and heads[0].kind == "check" and heads[0].phrase != "kesimpulan":
        yield Span(0, heads[0].start)
    ends = [head.start for head in heads[1:]] + [len(body)]
    inside = False
    for head, end in zip(heads, ends, strict=False):
        # The label of a claim that is not over yet is its own: `Sumber: …` in a message that went round.
        inside = head.kind == "claim" or (inside and head.kind == "label")
        if inside:
            yield Span(head.start, end)
        elif head.kind == "label" and (address := _ADDRESS.match(body, head.end)):
            yield Span(head.start, min(end, address.end()))
        elif head.kind == "label":
            rest = _LABELLED.search(body, head.end, end)
            yield Span(head.start, rest.start() if rest else end)


def _cited_again(body: str, heads: Sequence[Head], addresses: Collection[str]) -> Iterator[Span]:
    """Yield what a reference prints from the address at which the claim was found: `(5) https://…, “…”`."""
    ends = [head.start for head in heads[1:]] + [len(body)]
    found = set(addresses)
    for head, end in zip(heads, ends, strict=False):
        if head.kind == "label":
            found.update(_LINK.findall(body, head.end, end))
        elif head.kind == "reference" and found:
            items = [*_NUMBERED.finditer(body, head.end, end)]
            for item, following in zip_longest(items, items[1:]):
                if item["address"] in found:
                    yield Span(item.start(), following.start() if following else end)


def _in_sentences(body: str, heads: Sequence[Head]) -> Iterator[Span]:
    """Yield the sentences and quotations that are claims by their words."""
    reading = _Reading(body, [head for head in heads if head.kind == "check"])
    for _, group in groupby(sentences_in(body), key=lambda sentence: sentence.paragraph):
        sentences = list(group)
        start = body.rfind("\n", 0, sentences[0].start) + 1
        end = body.find("\n", sentences[-1].end)
        yield from reading.claims_of(Span(start, end if end >= 0 else len(body)), sentences)


class _Reading:
    """Reads line after line and remembers whether a claim was told of, announced, or is not closed yet.

    None goes on behind one of `findings`, the heads of what was found.
    """

    def __init__(self, body: str, findings: Sequence[Head]) -> None:
        self._body = body
        self._findings = findings
        self._told = False
        self._announced = False
        self._open = self._end = 0
        self._spreaders: set[str] = set()

    def claims_of(self, line: Span, sentences: Sequence[Sentence]) -> Iterator[Span]:
        """Yield the claims of the next line."""
        text = self._body[line.start : line.end].strip()
        if any(self._end <= head.start < line.end for head in self._findings):
            self._told = self._announced = False
            self._open = 0
        self._end = line.end
        if self._open:
            self._open = 0 if _is_closed(text) else self._open - 1
        elif self._announced or (self._told and _is_unclosed(text)):
            self._open = _LONGEST_CLAIM if _is_unclosed(text) else 0
        else:
            yield from self._in_order(sentences)
            return
        self._announced = False
        self._told = True
        yield line

    def _in_order(self, sentences: Sequence[Sentence]) -> Iterator[Span]:
        goes_on = False
        for sentence in map(self._behind_head, sentences):
            tokens = sentence.tokens
            alone = len(tokens) == 1 and _opens_quoted(tokens)
            self._spreaders.update(spreaders_in(sentence, self._body))
            told = _tells_claim(tokens) or self._is_spreader_s(tokens) or (self._told and _adds(tokens))
            self._told = told or (self._told and alone)
            if self._told:
                yield Span(sentence.start, sentence.end)
            elif not (alone and goes_on):
                yield from _claimed_quotations(sentence)
            goes_on = not self._told and _speaks(tokens)
            self._announced = self._told and ":" in tokens[-1].gap

    def _behind_head(self, sentence: Sentence) -> Sentence:
        """Return a sentence from the head in its midst on: `NARASI “…” PENJELASAN Camat Sari …`."""
        inside = [head for head in self._findings if sentence.start < head.start < sentence.end]
        tokens = tuple(token for token in sentence.tokens if inside and token.start >= inside[-1].end)
        return replace(sentence, tokens=tokens, start=inside[-1].start) if tokens else sentence

    def _is_spreader_s(self, tokens: Tokens) -> bool:
        """Tell what the holder of an account that spread a claim goes on to say: `Damar juga mengimbau …`."""
        opening = (token for token in tokens[:_LATEST_SPREADER] if token.kinds & CAPITAL)
        return any(token.key in self._spreaders for token in opening)


def _is_unclosed(text: str) -> bool:
    return text[:1] in _OPENING and not _CLOSING.intersection(text[1:])


def _is_closed(text: str) -> bool:
    """Tell a line at whose end, or within which, a quotation ends: `… sampai habis.”Pasangan itu unggul.`."""
    end = max(text.rfind("”"), text.rfind("»"))
    return text[-1:] in _CLOSING or end > max(map(text.rfind, "“„«"))


def _opens_quoted(tokens: Tokens) -> bool:
    return bool(tokens[0].kinds & QUOTED)


def _tells_claim(tokens: Tokens) -> bool:
    """Tell a sentence that speaks of a claim before anybody speaks in it, or whose speaker is an account."""
    cues = [place for place in range(len(tokens)) if _may_report(tokens, place)]
    if _opens_quoted(tokens) and len(tokens) > 1 and not cues:
        return True
    if _concludes(tokens) or _retells(tokens):
        return True
    if any(_is_rumour(tokens, cue) for cue in cues) or (cues and is_denied(tokens, cues[0])):
        return True
    excused = max(topic_end(tokens), show_end(tokens))
    telling = [place for place in claim_words_in(tokens) if place >= excused and not is_topic(tokens, place)]
    first = next((cue for cue in cues if cue >= excused), len(tokens))
    if telling and telling[0] <= first and not _is_answered(tokens, telling[0], first):
        return True
    return any(
        cue < place <= cue + _NEAR and not any(map(_parts, tokens[cue:place]))
        for cue in cues
        if tokens[cue].kinds & (BASE_CUE | CLITIC_CUE)
        for place in telling
    )


def _adds(tokens: Tokens) -> bool:
    """Tell `Bukan hanya itu, NAME juga menginstruksikan …` behind a claim, unless it is denied there."""
    if tokens[0].key not in NOT or [token.key for token in tokens[1:3]] != ["hanya", "itu"]:
        return False
    return not any(token.key in _DENYING for token in tokens)


def _parts(token: Token) -> bool:
    """Tell what stands between a speaker and a page that is no more than where they were heard."""
    return "," in token.gap or token.key in CITED


def _concludes(tokens: Tokens) -> bool:
    """Tell the claim said again where it is judged: `Dengan demikian, … adalah tidak benar`."""
    return [token.key for token in tokens[:2]] == _THUS and any(token.key in _JUDGED for token in tokens)


def _retells(tokens: Tokens) -> bool:
    """Tell `Dalam pesan tersebut juga disebutkan …`."""
    keys = [token.key for token in tokens[:_LONGEST_RETELLING]]
    pointed = any(
        one in _MESSAGES and other in _POINTED for one, other in pairwise(keys[: _LONGEST_RETELLING - 1])
    )
    return pointed and keys[0] in _WITHIN and not _RETOLD.isdisjoint(keys)


def _may_report(tokens: Tokens, place: int) -> bool:
    """Tell a reporting word from a noun of the same form: `klaim tersebut`, `pesan berantai`."""
    if tokens[place].key not in _NOUNS:
        return is_cue(tokens, place)
    if not place:
        return tokens[place].key == "kata"
    before = tokens[place - 1]
    parted = "," in before.gap and tokens[place].key not in _RUMOURS
    return bool(before.kinds & (QUOTED | CAPITAL)) or parted


def _is_answered(tokens: Tokens, claim: int, cue: int) -> bool:
    """Tell what somebody says of a claim: `Klaim itu dibantah NAME`, `Foto itu, kata NAME, …`.

    So does who speaks behind its judgement: `Klaim itu tidak benar, NAME menegaskan …`.
    """
    if any(token.key in ANSWERED for token in tokens[claim : cue + 1]):
        return True
    if any(token.key == "hal" for token in tokens[max(0, cue - 2) : cue]):
        return True
    if any(token.key in _JUDGED and "," in token.gap for token in tokens[claim:cue]) and cue < len(tokens):
        return True
    if any(token.key in _INDEED for token in tokens[max(0, cue - _NEAR) : cue]):
        return True
    return cue < len(tokens) and interrupts(tokens, cue)


def _is_rumour(tokens: Tokens, cue: int) -> bool:
    """Tell `menurut kabar yang berembus`."""
    following = tokens[cue + 1 : cue + 2]
    return bool(tokens[cue].kinds & ACCORDING and following and following[0].key in _RUMOURS)


def _speaks(tokens: Tokens) -> bool:
    """Tell a quotation with a reporting word behind it: what is quoted next may go on with it."""
    return any(each.kinds & QUOTED and _is_said((after,)) for each, after in pairwise(tokens))


def _claimed_quotations(sentence: Sentence) -> Iterator[Span]:
    """Yield the quotations that a word for claims announces, `membantah unggahan “…”`, or nobody at all."""
    tokens = sentence.tokens
    telling = claim_words_in(tokens)
    for place, token in enumerate(tokens):
        if not token.kinds & QUOTED or _is_said(tokens[place + 1 : place + 2]):
            continue
        last_cue = max((at for at in range(place) if tokens[at].kinds & CUE), default=-1)
        titled = place > 0 and tokens[place - 1].key in _TITLED and not tokens[place - 1].gap.strip()
        announced = titled or any(last_cue < at < place for at in telling)
        if announced or not any(each.kinds & CUE for each in tokens):
            quotation = sentence.quotations[token.start]
            yield Span(quotation.outer_start, quotation.outer_end)


def _is_said(following: Tokens) -> bool:
    return bool(following and following[0].kinds & (BASE_CUE | CLITIC_CUE))
