"""What makes a hit rank before another, in numbers: all of them measured by `suara evaluate --sets`.

A document is scored by BM25F over its stems. The first hits are then read again (search.rereading), and what
they are found to have besides adds to their scores.
"""

# BM25: how soon one more mention of a word stops counting, and how much a long text counts against it.
K1 = 0.6
B = 0.75
# How much more a match in a field counts; the title says what an article is about.
BOOSTS = {"title": 2.5}
# What all stems of a way count for where they stand apart, in mentions.
SCATTERED = 0.25

# Hits that are read again; a page beyond them goes on with the others in the order of their first scores.
REREAD_MOST = 50
# How far apart, in words, two neighbours of a query count as near each other in a text.
NEAR = 3
# What two near neighbours add, of what the commoner of them tells (its inverse document frequency).
NEARNESS = 0.3
# What the words count for where they stand as they were typed, of what BM25 gives for the typed form.
SURFACE = 0.3
# What a word adds that is the first of a text, of what it tells; one that first comes at LEAD_WORDS, nothing.
LEAD = 0.3
LEAD_WORDS = 100
