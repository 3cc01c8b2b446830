"""The spaCy components: rows and Spans of the Doc at hand, one parse, Docs that can be stored, clear faults."""

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

spacy = pytest.importorskip("spacy")

from spacy.tokens import DocBin  # noqa: E402

from onrecord import annotate, spacy_pipes  # noqa: E402
from onrecord.annotate.parse import DEFAULT_PIPELINE  # noqa: E402
from onrecord.errors import ModelError, SettingError  # noqa: E402
from onrecord.records import Statement  # noqa: E402

DOCS = Path(__file__).resolve().parents[2] / "docs" / "spacy.md"
TEXT = (
    "Premier Ada Moreau and Boris Tane spoke by phone on Monday. “We will meet in Lorn on 3 April,” Moreau told "
    "reporters. Tane denied that a meeting had been agreed."
)


@pytest.fixture(scope="module")
def nlp():
    made = importlib.import_module(DEFAULT_PIPELINE).load()
    made.add_pipe("onrecord_lines", first=True)
    made.add_pipe("onrecord", config={"tagger": "grammar"})
    return made


@pytest.fixture(scope="module")
def doc(nlp):
    made = nlp.make_doc(TEXT)
    made._.published = "2024-03-05"
    return nlp(made)


def test_rows_are_those_of_the_record_and_lie_in_the_text(doc):
    names = {one.id: one.name for one in doc._.actors}
    assert all(isinstance(one, Statement) for one in doc._.statements)
    promise = next(one for one in doc._.statements if one.act == "promise")
    assert names[promise.source.actor] == "Ada Moreau"
    assert [span.text for span in spacy_pipes.find_spans(doc, promise)] == ["“We will meet in Lorn on 3 April,”"]
    assert any(one.act == "deny" for one in doc._.statements)
    assert doc._.onrecord.statements == doc._.statements


def test_dates_count_from_the_day_the_user_gave(doc):
    call = next(one for one in doc._.events if one.mode == "call")
    assert call.when.edtf == "2024-03-04"


def test_spans_carry_the_id_of_their_row(doc):
    ids = {one.id for one in doc._.statements}
    assert {span.id_ for span in doc.spans["onrecord_statements"]} == ids
    assert {span.label_ for span in doc.spans["onrecord_actors"]} >= {"person"}
    assert "Monday" in {span.text for span in doc.spans["onrecord_times"]}
    assert {span.label_ for span in doc.spans["onrecord_events"]} == {"CONSULT", "REJECT"}


def test_a_doc_survives_storing(nlp, doc):
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (found,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    assert found._.onrecord == doc._.onrecord
    assert [span.id_ for span in found.spans["onrecord_events"]] == [span.id_ for span in doc.spans["onrecord_events"]]


def test_the_record_of_a_doc_is_made_once(monkeypatch):
    made = importlib.import_module(DEFAULT_PIPELINE).load()
    made.add_pipe("onrecord_statements", config={"tagger": "grammar"})
    made.add_pipe("onrecord_events", config={"tagger": "grammar"})
    calls = []
    real = annotate.annotate_parse
    monkeypatch.setattr(annotate, "annotate_parse", lambda *a, **o: calls.append(1) or real(*a, **o))
    monkeypatch.setattr("onrecord.annotate.parse.load_pipeline", lambda name: pytest.fail("parsed again"))
    found = made(TEXT)
    assert calls == [1]
    assert sorted(found.spans) == ["onrecord_events", "onrecord_statements"]


def test_a_sentence_ends_with_its_line(nlp):
    assert [one.text.strip() for one in nlp("Talks in Lorn\nPremier Moreau spoke").sents] == [
        "Talks in Lorn", "Premier Moreau spoke",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", " \n "])
def test_a_doc_without_words_has_an_empty_record(nlp, text):
    assert nlp(text)._.statements == ()


def test_a_doc_without_a_parse_is_refused_with_the_remedy():
    blank = spacy.blank("en")
    blank.add_pipe("onrecord_statements")
    with pytest.raises(ModelError, match="after the tagger, parser and lemmatizer"):
        blank("Moreau said no.")


def test_a_date_that_is_none_is_refused(nlp):
    made = nlp.make_doc("Moreau said no.")
    made._.published = "soon"
    with pytest.raises(SettingError, match="'soon' is not a date"):
        nlp(made)


def test_the_example_of_the_documentation_runs(capsys):
    (example, printed) = re.findall(r"```(?:python|text)\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)[:2]
    exec(compile(example, str(DOCS), "exec"), {})
    assert capsys.readouterr().out == printed


def test_a_pipeline_without_onrecord_pays_nothing_for_it():
    code = (
        "import sys, spacy\n"
        "spacy.blank('en')\n"
        "import onrecord.spacy_pipes\n"
        "heavy = [one for one in sys.modules if one.startswith(('onrecord.annotate', 'onrecord.link'))]\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
