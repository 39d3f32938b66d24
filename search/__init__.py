"""A question comes in, a SearchPage goes out."""
