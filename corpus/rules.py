"""The version of this layer's rules."""

# Raise it whenever a change of rules or lists gives another article for the same page: an index made before
# must be rebuilt, because an update does not read again what did not change.
RULES_VERSION = 2
