"""What is wrong with a question, said in Indonesian and shown at its place.

The rooms below speak English, for the command line too; this is the page's catalogue of their sentences.
"""

import re
from dataclasses import dataclass

from search.errors import QueryError, QuestionError, RequestError

# Sentence of a QuestionError -> the same for an Indonesian reader, with the same names for its values.
CATALOGUE = {
    "This bracket closes nothing; remove it.": "Tanda kurung tutup ini tidak punya pasangan; hapus saja.",
    "This bracket is never closed; add a ')'.": "Tanda kurung ini tidak ditutup; tambahkan ‘)’.",
    "'{inner}:' cannot stand inside '{outer}:'; put them side by side.": (
        "‘{inner}:’ tidak boleh di dalam ‘{outer}:’; tulis bersebelahan."
    ),
    "More than {most} brackets inside one another; use fewer.": (
        "Tanda kurung bertumpuk lebih dari {most}; kurangi."
    ),
    "More than {most} words; a phrase in quotation marks counts as one.": (
        "Lebih dari {most} kata; frasa dalam tanda kutip dihitung satu."
    ),
    "More words with '{sign}' in one query than {most}; use fewer.": (
        "Kata dengan ‘{sign}’ paling banyak {most} dalam satu pencarian; kurangi."
    ),
    "A '*' or '~' stands at the end of a word only: kata* or kata~.": (
        "Tanda * atau ~ hanya di akhir kata: kata* atau kata~."
    ),
    "One typo is the most, in one word: write kata~ without a number.": (
        "Hanya satu salah ketik, dalam satu kata: tulis kata~ tanpa angka."
    ),
    "A '{sign}' belongs to one word, not to a phrase or brackets; remove it.": (
        "Tanda ‘{sign}’ hanya untuk satu kata, bukan untuk frasa atau kurung; hapus saja."
    ),
    "Put the '{sign}' right after the last letter.": "Tulis ‘{sign}’ tepat sesudah huruf terakhir.",
    "Give the date right after '{text}', as in {text}2024-11.": (
        "Tulis tanggalnya langsung sesudah ‘{text}’, misalnya {text}2024-11."
    ),
    "Give a word or a phrase right after '{text}'.": ("Tulis kata atau frasa langsung sesudah ‘{text}’."),
    "No field is called '{name}:'; did you mean '{meant}:'? For a word, put a space after the colon.": (
        "Tidak ada kolom ‘{name}:’; maksud Anda ‘{meant}:’? Untuk kata biasa, beri spasi sesudah titik dua."
    ),
    "A phrase holds at most {most} words; shorten it.": "Satu frasa paling banyak {most} kata; persingkat.",
    "Give at least {least} letters before the '*'.": "Tulis paling sedikit {least} huruf sebelum tanda *.",
    "'{text}' is no date; write a year, month or day: 2024, 2024-11, 2024-11-27.": (
        "‘{text}’ bukan tanggal; tulis tahun, bulan atau hari: 2024, 2024-11, 2024-11-27."
    ),
    "'{text}' is no year, month, week or day; "
    "choose one such as 2024, 2024-11, 2024-W48, 2024-11-27, or 'undated'.": (
        "‘{text}’ bukan tahun, bulan, minggu atau hari; "
        "pilih misalnya 2024, 2024-11, 2024-W48, 2024-11-27, atau ‘undated’."
    ),
    "'{text}' is not in the calendar; check its month and day.": (
        "‘{text}’ tidak ada dalam kalender; periksa bulan dan harinya."
    ),
    "'{text}' names no year; add it, as in {example}.": (
        "‘{text}’ tanpa tahun; tambahkan, misalnya {example}."
    ),
    "'{text}' ends before it begins; turn it around.": "‘{text}’ berakhir sebelum dimulai; balik urutannya.",
    "The query is longer than {most:,} characters; shorten it.": (
        "Pencarian lebih dari {most} huruf; persingkat."
    ),
    "'{field}' must be one of {choices}; '{value}' is not.": (
        "‘{field}’ harus salah satu dari {choices}; ‘{value}’ tidak dikenal."
    ),
    "'{field}' must be between 1 and {most}; {value} is not.": (
        "‘{field}’ harus antara 1 dan {most}; {value} di luar itu."
    ),
    "'{field}' must be a whole number; '{text}' is not.": "‘{field}’ harus bilangan bulat; ‘{text}’ bukan.",
    "These words are too common to be looked for all at once: {words}; leave some of them out.": (
        "Kata-kata ini terlalu umum untuk dicari sekaligus: {words}; hapus sebagian."
    ),
    "These dates are too many to be looked for all at once; leave some of them out.": (
        "Tanggalnya terlalu banyak untuk dicari sekaligus; hapus sebagian."
    ),
    "Too many words begin with '{word}'; write more of its letters.": (
        "Terlalu banyak kata berawal ‘{word}’; tulis lebih banyak hurufnya."
    ),
    "Too many words are one typo away from '{word}'; leave out the '~'.": (
        "Terlalu banyak kata mirip ‘{word}’; hapus tanda ~."
    ),
    "Page {page} is past the last one, {last}; ask for an earlier page.": (
        "Halaman {page} tidak ada; hasilnya sampai halaman {last}."
    ),
}
CONTEXT = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence, and what it points at: a stretch of the query (`at`), or a parameter (`field`).

    `suggestion` is the whole query mended, where it is plain what was meant.
    """

    sentence: str
    field: str | None = None
    before: str | None = None
    at: str = ""
    after: str = ""
    suggestion: str | None = None


def problem_with(error: QueryError | RequestError, query: str) -> Problem:
    """Return what to tell the reader about an error in a query."""
    sentence = in_indonesian(error)
    if not isinstance(error, QueryError):
        return Problem(sentence, field=error.field)
    rest = query[error.position :]
    at = re.match(r"\S*", rest)
    pointed = (at[0] if at else "") or "…"
    before, after = query[: error.position], rest[len(pointed) :]
    return Problem(
        sentence,
        before=before[-CONTEXT:],
        at=pointed[:CONTEXT],
        after=after[:CONTEXT],
        suggestion=error.suggestion,
    )


def in_indonesian(error: QuestionError) -> str:
    """Return the catalogue's sentence for an error."""
    return CATALOGUE[error.sentence].format(**error.values)
