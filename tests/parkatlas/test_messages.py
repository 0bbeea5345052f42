"""Sentences: in the language in use, with values that are never read as a template."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from parkatlas import errors, messages, refusals
from parkatlas.intake import Report
from tests.hostile import NAMES

RAISED = [
    errors.InputRefused(Report("x.csv", ())),
    errors.UnknownQuery("query", "parkz", ("parks",)),
    errors.UnknownQuery("param", "as_off", ("as_of",)),
    errors.UnknownImport(7),
    errors.WorkspaceBusy("123"),
    errors.WorkspaceReadOnly("/w"),
    errors.WorkspaceFull("/w"),
    errors.WorkspaceDamaged("/w", "bad checksum"),
    errors.SettingsWrong("/w/settings.toml", "line 3"),
    *(errors.BackupRefused(reason, "b.zip") for reason in ("not_empty", "no_backup", "damaged_original")),
    errors.PortTaken(8501),
    errors.AddressRefused("203.0.113.7:80", "no such address"),
    errors.TooManyRows(2_000_000, 1_048_576),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_value_is_shown_as_it_is(name):
    assert name in messages.text("cli.no_file", file=name)


def test_a_quantity_gets_its_thousands_apart_and_words_stay_as_they_are():
    assert "12,345" in messages.text("enclaves.year_count", year="2026", count=12_345)
    assert "2026" in messages.text("enclaves.year_count", year="2026", count=12_345)


def test_an_unknown_key_is_said_with_its_language():
    with pytest.raises(LookupError, match="zh_CN"):
        messages.text("nowhere.to_be_found")


def test_an_unknown_language_means_chinese():
    with messages.speaking("xx"):
        messages.use("xx")
        assert messages.language() == "zh_CN"


def test_a_thread_speaks_its_own_language():
    def speak(language):
        messages.use(language)
        return [messages.text("cli.no_rows") for _ in range(50)]

    with ThreadPoolExecutor(2) as pool:
        chinese, english = pool.map(speak, ["zh_CN", "en"])
    assert (set(chinese), set(english)) == ({"没有符合条件的数据。"}, {"No rows."})


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("error", RAISED, ids=lambda error: type(error).__name__)
def test_every_error_raised_on_purpose_has_its_sentence(error, language):
    with messages.speaking(language):
        sentence = refusals.explain(error)
    assert "{" not in sentence
    assert (sentence == "") is isinstance(error, errors.InputRefused)


# Turned into others of ours before anybody is told: by the queries' check, the workspace, the command line, the door.
WITHIN = {
    errors.ContractBroken,
    errors.JournalBroken,
    errors.RowsDamaged,
    errors.NotServed,
    errors.UploadTooLarge,
}


def test_no_error_that_people_meet_is_unforeseen():
    ours = {kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)}
    assert ours - set(refusals.FORESEEN) == WITHIN


def test_an_unforeseen_error_shows_no_inside_and_says_data_are_safe():
    with messages.speaking("en"):
        sentence = refusals.explain(ZeroDivisionError("secret inside"))
    assert "unharmed" in sentence
    assert "secret" not in sentence


def test_a_number_takes_its_plural_form():
    with messages.speaking("en"):
        assert [messages.text("sentences.in_parks", count=count) for count in (0, 1, 1001)] == [
            "in 0 parks",
            "in 1 park",
            "in 1,001 parks",
        ]
    assert messages.text("sentences.in_parks", count=1) == "1 个园区"


def test_a_number_that_is_not_known_takes_the_last_form():
    with messages.speaking("en"):
        assert messages.text("sentences.in_parks", count="—") == "in — parks"
