from corpus.rules import RULES_VERSION, rules_fingerprint


def test_the_fingerprint_begins_with_the_version_of_the_rules() -> None:
    assert rules_fingerprint().split("-")[0] == str(RULES_VERSION)
