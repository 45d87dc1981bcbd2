from service.processing import lexicon


def test_given_names_of_both_genders_tell_none() -> None:
    assert lexicon.GIVEN_NAMES["john"] == "m"
    assert lexicon.GIVEN_NAMES["mary"] == "f"
    assert lexicon.GIVEN_NAMES["taylor"] == ""


def test_roles_of_two_words_have_a_space() -> None:
    assert lexicon.ROLES["prime minister"] == "person"
    assert not any("_" in noun for noun in lexicon.ROLES)


def test_a_cue_is_strong_or_weak_and_finite_or_not() -> None:
    assert [lexicon.CUES[form] for form in ("said", "saying", "called", "calling")] == ["V", "G", "v", "g"]
    assert lexicon.CUES["sing"] == "V"


def test_titles_stand_for_nouns() -> None:
    assert "senator" in lexicon.SPELLED_TITLES["sen"]


def test_words_are_in_small_letters_and_names_are_not() -> None:
    for words in (lexicon.TITLES, lexicon.COMMON_WORDS, lexicon.ABBREVIATIONS, *lexicon.WORD_CLASSES.values()):
        assert all(word == word.lower() for word in words)
    assert all(word[0].isupper() for word in lexicon.ORGANIZATION_WORDS)
