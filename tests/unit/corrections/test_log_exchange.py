"""The log as JSON Lines: what goes out comes in again, once, and a bad line stops no other."""

import json
from dataclasses import replace

import pytest

from onrecord.corrections.exchange import decode_log, encode_log, seal
from onrecord.corrections.rows import Anchor, Correction, Target

WORDS = Target(kind="document", label="a.txt", anchors=(Anchor(exact="“Straße”", prefix="\n", text_sha256="ab" * 32),))
TIME = "2031-04-01T00:00:00+00:00"
DATE = seal(Correction(kind="date", author="Ida", time=TIME, targets=(WORDS,), value="2031-03-12"))
UNDO = seal(Correction(kind="undo", author="Bo", time=TIME, undoes=DATE.id, reason="a slip"))


def test_a_log_goes_out_and_comes_in_again():
    assert decode_log(encode_log([DATE, UNDO])) == ((DATE, UNDO), ())


def test_a_line_leaves_out_what_is_not_given():
    line = json.loads(encode_log([DATE]))
    assert set(line) == {"id", "kind", "author", "time", "targets", "value"}


def test_a_line_written_by_hand_needs_no_id():
    line = json.loads(encode_log([DATE]))
    del line["id"]
    assert decode_log(json.dumps(line).encode())[0] == (DATE,)


def change(**values):
    return json.dumps({**json.loads(encode_log([DATE])), **values}).encode()


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (b"nonsense", "malformed"),
        (b"\xff\xfe", ""),
        (b"[]", "Expected `object`"),
        (change(value="2031-03-13"), "has been changed since it was written"),
        (change(id="", value="13 March"), "is not a date"),
        (change(id="", value="2031-03-12/soon"), "is not a date"),
        (change(id="", time="yesterday"), "is no ISO date-time"),
        (change(id="", author=" "), "names no author"),
        (change(id="", kind="scold"), "scold"),
        (change(id="", kind="drop"), "is about statement"),
        (change(id="", kind="merge"), "needs 2 target"),
        (change(id="", kind="undo"), "does not say what it undoes"),
        (change(id="", targets=[]), "needs 1 target"),
        (change(id="", targets=[{"kind": "document"}]), "needs 1 target"),
    ],
)
def test_a_bad_line_is_told_with_its_place_and_the_rest_taken(line, fault):
    found, faults = decode_log(encode_log([DATE]) + b"\n" + line + b"\n" + encode_log([UNDO]))
    assert found == (DATE, UNDO)
    assert len(faults) == 1
    assert faults[0].startswith("line 3: ")
    assert fault in faults[0]


def test_the_id_derives_from_all_else():
    assert seal(replace(DATE, reason="other")).id != DATE.id
    assert seal(DATE) == DATE
