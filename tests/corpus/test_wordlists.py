from corpus.wordlists import read_lines, read_words


def test_comments_and_blank_lines_are_not_words() -> None:
    lines = list(read_lines("boilerplate.txt"))
    assert "berita terkait" in lines
    assert not any(line.startswith("#") or not line for line in lines)


def test_words_of_one_line_are_words_of_their_own() -> None:
    assert {"yang", "dan", "tidak"} <= read_words("function_words.txt")
