"""Ships with a name, and papers that a parser takes for people. All texts are ours."""

from annotate_builders import read


def mentions(text: str, name: str) -> list[str]:
    one = read(text)
    return [text[m.start : m.end] for m in one.mentions if m.actor is not None and one.actors[m.actor].name == name]


def speakers(text: str) -> list[str | None]:
    one = read(text)
    return [None if row.source.actor is None else one.actors[row.source.actor].name for row in one.statements]


def test_the_vessel_is_the_only_ship_told_of() -> None:
    text = "Police boarded the tanker Maro Bay on Monday. The vessel was held in port for a week."
    assert mentions(text, "Maro Bay") == ["Maro Bay", "The vessel"]


def test_of_two_ships_the_one_near_is_meant() -> None:
    text = (
        "Police boarded the tanker Maro Bay on Monday. Nobody was hurt. The crew slept on board. A judge came by.\n\n"
        "The freighter Ilka Star was held as well. The ship carries coal."
    )
    assert mentions(text, "Ilka Star") == ["Ilka Star", "The ship"]


def test_a_described_ship_is_another() -> None:
    text = "Police boarded the tanker Maro Bay on Monday. The French ship lay beside it."
    assert "The French ship" not in mentions(text, "Maro Bay")


def test_a_ship_named_in_the_next_sentence_is_the_one_before() -> None:
    text = "France has seized a Panama-flagged vessel. The vessel, the Maro Bay, was taken to Brest."
    assert mentions(text, "Maro Bay")[0] == "a Panama-flagged vessel"


def test_a_ship_is_no_newspaper() -> None:
    text = (
        "The newspaper Hanu Ilmo reported it on Monday. Hanu Ilmo said the tanker MARO belongs to a firm in Brest. "
        "The newspaper said the ship was registered in Panama."
    )
    assert speakers(text)[-1] == "Hanu Ilmo"


def test_what_is_seized_on_a_suspicion_is_not_who_seizes() -> None:
    text = "France has seized a tanker under suspicions that it illegally transferred oil to Libya."
    assert mentions(text, "France") == ["France"]
    assert "it" in mentions("France told the agency that it had transferred oil to Libya.", "France")


def test_how_somebody_is_treated_is_no_aid() -> None:
    assert not read("Mr. Halvo treated Ana Orvik better than anybody else, she said.").events


def parties(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    one = read(text)
    return [(e.type, sorted((one.actors[part.actor].name, part.role) for part in e.participants)) for e in one.events]


def test_ships_of_a_state_stand_for_it_where_they_are_blacklisted() -> None:
    text = "The United States blacklisted 20 North Korean vessels on Tuesday. North Korea protested."
    assert parties(text)[0] == ("SANCTION", [("North Korea", "target"), ("United States", "source")])


def test_a_ship_held_at_a_port_is_coerced() -> None:
    text = "Port officials announced that the tanker KOTA was being held at the port of Brest."
    assert ("COERCE", [("KOTA", "target")]) in parties(text)
