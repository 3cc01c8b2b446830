import numpy as np

from onrecord.annotate.embedding import SIZE, embed_document, embed_texts
from onrecord.records import Document, Zone


def cosine(a: bytes, b: bytes) -> float:
    x, y = (np.frombuffer(one, np.int8).astype(float) for one in (a, b))
    return float(x @ y / np.linalg.norm(x) / np.linalg.norm(y))


def test_like_texts_are_near_and_unlike_far() -> None:
    talks, again, wheat = embed_texts(["The envoys met for talks.", "Envoys held talks.", "Wheat prices fell."])
    assert len(talks) == SIZE
    assert cosine(talks, again) > 0.6 > 0.3 > cosine(talks, wheat)


def test_company_does_not_change_an_embedding() -> None:
    assert embed_texts(["A short one.", "Another " * 80])[0] == embed_texts(["A short one."])[0]


def test_an_empty_text_has_an_empty_embedding() -> None:
    assert embed_texts([""]) == [bytes(SIZE)]


def test_furniture_does_not_count_in_a_document() -> None:
    body = "The envoys met for talks in the old harbour."
    plain = Document(id="a", uri="a", sha256="", text=body)
    zones = (Zone(kind="body", start=0, end=len(body)), Zone(kind="furniture", start=len(body), end=len(body) + 18))
    dirty = Document(id="b", uri="b", sha256="", text=body + "\nSign up for news.", zones=zones)
    assert embed_document(plain) == embed_document(dirty)


def test_the_lead_is_an_embedding_of_its_own() -> None:
    start = "The envoys met for talks in the old harbour. " * 7
    plain = Document(id="a", uri="a", sha256="", text=start)
    longer = Document(id="b", uri="b", sha256="", text=start + "Wheat prices fell for the third week. " * 20)
    assert embed_document(plain)[1] == embed_document(longer)[1]
    assert embed_document(plain)[0] != embed_document(longer)[0]
