"""The error family says what and how to mend."""

import pytest

from onrecord import errors


@pytest.mark.parametrize("kind", [errors.ReadError, errors.RecordError, errors.ModelError, errors.SettingError])
def test_every_error_is_ours_and_says_how_to_mend(kind):
    error = kind("x.txt is empty", mend="Give another file")
    assert isinstance(error, errors.OnRecordError)
    assert str(error) == "x.txt is empty. Give another file"
