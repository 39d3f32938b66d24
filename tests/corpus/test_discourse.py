from corpus.discourse import Discourse
from corpus.identification import Speaker

SARI = (Speaker("Sari Melati", "Ketua KPU"),)
DARWIS = (Speaker("Darwis Lesmana", None),)
BUPATI = (Speaker("Darwis Lesmana", "Bupati", is_introduced=True),)
PORTER = (Speaker(None, "porter"),)


def after(*steps: str) -> Discourse:
    """Read one sentence for each step: who speaks, who acts, or a pronoun."""
    discourse = Discourse()
    for paragraph, step in enumerate(steps):
        discourse.enter(paragraph)
        if step == "Sari speaks":
            discourse.speak(SARI)
        elif step == "Darwis acts":
            discourse.turn_to(DARWIS, is_new=False)
        elif step == "a bupati acts":
            discourse.turn_to(BUPATI, is_new=False)
        elif step == "a porter acts":
            discourse.turn_to(PORTER, is_new=True)
        elif step == "porters act":
            discourse.turn_to(PORTER, is_new=False)
        elif step == "he acts":
            discourse.go_on()
    return discourse


def test_a_pronoun_means_who_spoke_last() -> None:
    assert after().who_is_meant() == ()
    assert after("Sari speaks", "nothing", "").who_is_meant() == SARI


def test_a_pronoun_means_who_acts_in_the_sentence_before() -> None:
    assert after("Sari speaks", "Darwis acts", "").who_is_meant() == DARWIS
    assert after("Sari speaks", "Darwis acts", "nothing", "").who_is_meant() == SARI
    assert after("Darwis acts", "nothing", "").who_is_meant() == DARWIS


def test_a_pronoun_means_who_was_brought_in_since() -> None:
    assert after("Sari speaks", "a bupati acts", "nothing", "").who_is_meant() == BUPATI
    assert after("Sari speaks", "a bupati acts", "Darwis acts", "").who_is_meant() == DARWIS
    assert after("Sari speaks", "a porter acts", "").who_is_meant() == PORTER
    assert after("Sari speaks", "porters act", "").who_is_meant() == SARI


def test_who_is_meant_goes_on_to_be() -> None:
    assert after("Sari speaks", "Darwis acts", "he acts", "nothing", "").who_is_meant() == DARWIS
    assert after("Sari speaks", "he acts", "").who_is_meant() == SARI


def test_who_has_spoken_is_remembered() -> None:
    discourse = Discourse()
    discourse.speak(DARWIS)
    assert discourse.has_spoken(DARWIS)
    assert not discourse.has_spoken(PORTER)


def test_long_after_a_speech_a_pronoun_means_whom_the_text_turned_to() -> None:
    assert after("Sari speaks", *["nothing"] * 4, "Darwis acts", "nothing", "").who_is_meant() == DARWIS
    assert after("Sari speaks", *["nothing"] * 4, "Darwis acts", *["nothing"] * 3, "").who_is_meant() == SARI


def test_whom_two_sentences_turn_to_is_meant_later_too() -> None:
    assert after("Sari speaks", "Darwis acts", "Darwis acts", "nothing", "").who_is_meant() == DARWIS


def test_who_spoke_last_is_known_whoever_acts() -> None:
    assert after("Sari speaks", "Darwis acts").who_spoke() == SARI
    assert after("Darwis acts").who_spoke() == ()


def test_a_quotation_alone_goes_on_near_who_spoke() -> None:
    assert after("Sari speaks", "nothing", "").who_goes_on() == SARI
    assert after("Sari speaks", "nothing", "nothing", "").who_goes_on() == ()
    assert after("Sari speaks", "Darwis acts", "").who_goes_on() == DARWIS


def test_a_pronoun_means_whom_its_paragraph_began_with() -> None:
    discourse = after("Sari speaks", "Darwis acts")
    discourse.enter(1)
    discourse.enter(1)
    assert discourse.who_is_meant() == DARWIS


def test_both_are_the_last_two_who_spoke_near_each_other() -> None:
    discourse = after("Sari speaks")
    assert discourse.who_are_both() == SARI
    discourse.enter(1)
    discourse.speak(DARWIS)
    discourse.enter(2)
    assert discourse.who_are_both() == SARI + DARWIS
    for paragraph in range(3, 6):
        discourse.enter(paragraph)
    assert discourse.who_are_both() == DARWIS


def test_two_who_spoke_at_once_are_both() -> None:
    discourse = after("Sari speaks", "Darwis acts")
    discourse.speak(SARI + DARWIS)
    assert discourse.who_are_both() == SARI + DARWIS


def test_a_paragraph_is_speech_from_where_somebody_spoke_in_it() -> None:
    assert after("Sari speaks").is_speech()
    assert not after("Sari speaks", "nothing").is_speech()
    assert not after("Darwis acts").is_speech()
