"""The event tagger: what it sees in invented sentences, and how its scores are read."""

import numpy as np
import pytest
from short_texts import read

from onrecord.annotate import event_tagger, pipeline
from onrecord.annotate.event_tagger import IDENTITY_SIZE, LINK_SIZE, ROLES, SIZES, STANCES, STATUSES, TYPES, tag_events
from onrecord.annotate.onnx import MODELS
from onrecord.errors import ModelError
from onrecord.vocab.lists import EventStatus, EventType, Stance, values

TEXT = (
    "Masked raiders beat two nurses outside the clinic in Osk on Monday, the health ministry said.\n"
    "Premier Elke Roth condemned the beating and vowed to send guards to every clinic by Friday.\n"
)


def words(tag, role):
    return {TEXT[start:end] for (start, end), _ in tag.parties[role]}


def test_its_classes_are_those_of_the_record():
    assert {*TYPES} - {"OTHER"} == {*values(EventType)}
    assert values(EventStatus) == STATUSES
    assert {*STANCES} == {*values(Stance)}
    assert (1 + len(TYPES), len(STATUSES), 1 + len(STANCES), 2) == SIZES


def test_a_deed_is_seen_with_who_did_it_to_whom():
    beat = next(one for one in tag_events(TEXT).events if TEXT[slice(*one.word)] == "beat")
    assert (beat.kind, beat.status) == ("ASSAULT", "happened")
    assert "raiders" in words(beat, 0)
    assert "nurses" in words(beat, 1)
    assert "ministry" not in words(beat, 0) | words(beat, 1)


def test_a_stance_and_a_commitment_are_seen_with_whose_they_are():
    tags = tag_events(TEXT)
    stance = next(one for one in tags.stances if TEXT[slice(*one.word)] == "condemned")
    assert stance.kind == "opposes"
    assert "Roth" in words(stance, 0)
    bound = next(one for one in tags.commitments if TEXT[slice(*one.word)] == "vowed")
    assert bound.status is None
    assert {"send", "guards"} <= words(bound, 1)


def test_every_word_has_what_tells_events_apart():
    identity = tag_events(TEXT).identity
    assert {len(one) for one in identity.values()} == {IDENTITY_SIZE}
    beat, beating, said = (identity[TEXT.index(word)] for word in ("beat two", "beating", "said"))
    near, far = (np.frombuffer(one, np.int8).astype(int) @ np.frombuffer(beat, np.int8) for one in (beating, said))
    assert near > far


def test_what_it_sees_of_a_paragraph_does_not_hang_on_how_often_it_is_asked():
    assert tag_events(TEXT) == tag_events(TEXT)
    assert tag_events("") == event_tagger.Tags()


def test_the_nearer_of_two_like_words_is_the_likelier_party():
    bias = np.zeros((64, len(ROLES)))
    bias[32 + 3 :] = -4  # from two pieces on
    key = np.ones((3, LINK_SIZE * len(ROLES)))
    told = event_tagger.score_parties(np.ones(LINK_SIZE * len(ROLES)) / 50, key, 0, np.array([0, 1, 9]), bias)
    assert told.shape == (len(ROLES), 3)
    assert (told[:, 0] > told[:, 2]).all()


def test_rows_are_shortened_to_signed_bytes_of_one_length():
    one, other = (np.frombuffer(row, np.int8) for row in event_tagger.shorten(np.array([[3.0, 4.0], [0.0, 0.0]])))
    assert one.tolist() == [76, 102]
    assert other.tolist() == [0, 0]


def test_a_damaged_file_is_refused(tmp_path, monkeypatch):
    (tmp_path / "events.onnx").write_bytes((MODELS / "events.onnx").read_bytes()[:-1])
    monkeypatch.setattr(event_tagger, "MODELS", tmp_path)
    with pytest.raises(ModelError, match="damaged"):
        tag_events(TEXT)


def test_without_weights_it_is_not_asked(monkeypatch):
    def refuse(_):
        raise AssertionError

    monkeypatch.setattr(pipeline, "tag_events", refuse)
    assert read(TEXT, tagger="grammar").events is not None
