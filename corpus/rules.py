"""The version of this layer's rules."""

from corpus.outlet_list import outlets

# Raise it whenever a change of rules or lists gives another article for the same page: an index made before
# must be rebuilt, because an update does not read again what did not change.
RULES_VERSION = 6


def rules_fingerprint() -> str:
    """Name the rules and what the user added to their lists: another value means other articles."""
    digest = outlets().digest
    return f"{RULES_VERSION}-{digest}" if digest else str(RULES_VERSION)
