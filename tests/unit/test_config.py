"""Settings: where they come from, and what is refused."""

import pytest

from onrecord.config import SETTINGS, Settings, load_settings
from onrecord.errors import SettingError


def test_defaults_are_those_of_the_table(tmp_path):
    assert load_settings({}, {}, tmp_path) == Settings(**{one.name: one.default for one in SETTINGS})


def test_flag_beats_environment_beats_file(tmp_path):
    (tmp_path / "onrecord.toml").write_text('record = "file.db"\nworkers = 3\ntagger = "grammar"\n')
    settings = load_settings({"record": "flag.db"}, {"ONRECORD_RECORD": "env.db", "ONRECORD_WORKERS": "2"}, tmp_path)
    assert (settings.record, settings.workers, settings.tagger) == ("flag.db", 2, "grammar")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("colour = 1", "no setting is called 'colour'"),
        ("workers = 'many'", "number of processes"),
        ("= 1", "not a TOML"),
    ],
)
def test_a_bad_file_is_named_with_its_fault(tmp_path, content, message):
    (tmp_path / "onrecord.toml").write_text(content)
    with pytest.raises(SettingError, match=message):
        load_settings({}, {}, tmp_path)


def test_an_unknown_tagger_is_refused(tmp_path):
    with pytest.raises(SettingError, match="ONRECORD_TAGGER"):
        load_settings({}, {"ONRECORD_TAGGER": "magic"}, tmp_path)
