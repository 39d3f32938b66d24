"""Articles come in, an inverted index on disk comes out, published in one step."""
