"""What every text goes through first: no character that could hurt a file, a terminal or a page."""

import re
import unicodedata

# C0 and C1 controls other than tab and line ends, soft hyphens, zero-width and direction marks: invisible in
# a text, but they split words and can reorder a line on a terminal.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
# What pages write where a name such as Nu'man has its apostrophe.
APOSTROPHES = "'’‘ʼʻ`´′＇"
_TO_ASCII = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean_characters(text: str) -> str:
    """Return the text composed (NFC), without invisible characters and with U+FFFD for lone surrogates."""
    text = _INVISIBLE.sub("", _SURROGATE.sub("\ufffd", text))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def fold_spaces(text: str) -> str:
    """Return the text on one line with single spaces; a no-break space is a space."""
    return " ".join(text.split())


def ascii_apostrophes(text: str) -> str:
    """Return the text with every kind of apostrophe as `'`, as names are stored."""
    return text.translate(_TO_ASCII)
