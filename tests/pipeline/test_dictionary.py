from pipeline.dictionary import Reading, is_word, readings


def test_forms_are_found_with_their_gender_and_number() -> None:
    assert readings("incendie") == {Reading("N", "m", "s"), Reading("V")}
    assert Reading("N", "f", "s") in readings("clé")
    assert Reading("A", "f", "p") in readings("adoptées")
    assert readings("contre") >= {Reading("-")}


def test_first_and_last_lines_and_ligatures_are_found() -> None:
    assert is_word("à")
    assert is_word("zythum")
    assert readings("œuvre") == readings("oeuvre") != frozenset()


def test_what_french_lacks_is_no_word() -> None:
    assert not is_word("year")
    assert not is_word("scambage")
    assert is_word("Port")
    assert readings("") == frozenset()
