"""A browser or a shell comes in; HTML, JSON, CSV or a table goes out."""
