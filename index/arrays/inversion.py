"""Words in the order of documents become postings in the order of terms, by one sort of an array."""

from typing import NamedTuple

import numpy as np

from index.arrays.array_file import Array

# Above the number of the word, or of the document, in what is sorted.
_HALF = 32
_LOWER_HALF = (1 << _HALF) - 1


class Inverted(NamedTuple):
    """Postings in the order of terms.

    `terms` are those that occur, in order; `counts` the postings of each and `word_counts` its words;
    `docs` and `freqs` belong to the postings, `positions` to the words.
    """

    terms: Array
    counts: Array
    word_counts: Array
    docs: Array
    freqs: Array
    positions: Array | None


def invert(terms: Array, lengths: Array, positions: Array | None) -> Inverted:
    """Invert the words of consecutive documents.

    `terms` are the numbers of the words' terms, below 2**31, in the order of the terms; `lengths` tell how
    many words each document has.
    """
    docs = np.repeat(np.arange(lengths.size, dtype=np.uint32), lengths)
    keys = terms.astype(np.int64) << _HALF
    # Where nothing is asked of the words themselves, those of a document need no order.
    keys |= docs if positions is None else np.arange(terms.size, dtype=np.int64)
    keys.sort()
    lower = keys & _LOWER_HALF
    keys >>= _HALF
    docs = lower.astype(np.uint32) if positions is None else docs[lower]
    begins = changes(keys)
    new_terms = np.flatnonzero(begins)
    begins |= changes(docs)
    new_postings = np.flatnonzero(begins)
    first_postings = np.searchsorted(new_postings, new_terms)
    return Inverted(
        keys[new_terms],
        np.diff(first_postings, append=new_postings.size),
        np.diff(new_terms, append=keys.size),
        docs[new_postings],
        np.diff(new_postings, append=keys.size),
        None if positions is None else positions[lower],
    )


def changes(array: Array) -> Array:
    """Tell for each item whether it is another than the one before."""
    changes = np.ones(array.size, np.bool_)
    np.not_equal(array[1:], array[:-1], out=changes[1:])
    return changes
