"""A raw page comes in, an Article with its Quotes goes out."""
