"""How many typing errors part two words: letters too many, missing, wrong, or the wrong way round."""

_NO_LIMIT = 1 << 30


def swapped(word: str) -> set[str]:
    """Return a word with two letters next to each other swapped, in every way that makes another word.

    By letters added, dropped and changed that is two typos, but one to whoever typed it.
    """
    ways = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    return ways - {word}


def distance(one: str, other: str, limit: int = _NO_LIMIT) -> int:
    """Return how many errors make one word of another, or any number above the limit where it takes more.

    A letter that was moved by one place counts once, as long as nothing is put between the two (Damerau's
    distance in its restricted form, as Whoosh and most spelling checkers have it).
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        earlier, before = before, row
        row = [number]
        for place, wanted in enumerate(other, 1):
            least = min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != wanted))
            if number > 1 and place > 1 and letter == other[place - 2] and one[number - 2] == wanted:
                least = min(least, earlier[place - 2] + 1)
            row.append(least)
        if min(row) > limit and min(before) > limit:
            return limit + 1
    return row[-1]
