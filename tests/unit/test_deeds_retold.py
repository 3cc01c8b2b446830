"""One deed told in different words, by one article and by several."""

from short_texts import build_record

DAY = "2031-05-07"
FIRST = (
    "A truck bomb tore through the gate of the Norwegian embassy in Lisk on Tuesday night, killing four guards. "
    "Rebels of the Sarn Front struck the Norwegian embassy shortly before midnight, the police said. "
    "The Sarn Front claimed responsibility for the attack. The blast broke windows a mile away."
)
SECOND = (
    "Four guards were killed when the Sarn Front attacked the Norwegian embassy in Lisk with a truck bomb on Tuesday "
    "night, the police in Lisk said. The explosion at the gate broke windows a mile away."
)
OTHER = (
    "The Sarn Front attacked the Danish embassy in Port Orme with rockets on Tuesday night, the police said. "
    "Nobody was hurt, and the fire at the gate was put out by morning."
)


def assaults(*texts: str) -> list[set[str]]:
    """The documents of each assault."""
    rows = build_record(*((DAY, text) for text in texts)).events
    return [set(one.documents) for one in rows if one.type == "ASSAULT"]


def test_a_claim_of_responsibility_and_a_blast_are_the_attack_told_before():
    (one,) = assaults(FIRST)
    assert one == {"doc-0"}


def test_what_two_articles_on_one_piece_of_news_open_with_is_one_deed():
    (one,) = assaults(FIRST, SECOND)
    assert one == {"doc-0", "doc-1"}


def test_another_house_attacked_on_the_same_night_is_another_deed():
    assert sorted(map(sorted, assaults(SECOND, OTHER))) == [["doc-0"], ["doc-1"]]


def test_a_result_told_by_a_participle_is_not_of_whoever_looks_into_it():
    looked = "Norwegian investigators are looking into what made an aircraft crash in the woods, killing all on board."
    fired = "The Norwegian army fired on a crowd in Lisk, killing nine protesters."
    assert assaults(looked) == []
    assert assaults(fired) == [{"doc-0"}]
