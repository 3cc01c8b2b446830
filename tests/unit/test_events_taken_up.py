"""What was done is taken up by "the attack" or "the deal": by whom it was, and not on the day of its announcement."""

from short_texts import build_record

DAY = "2031-03-05"
ATTACK = "Gunmen attacked a police post in Lisk on Monday. "
CLAIM = "The Sarn Front carried out the attack, the army said."


def rows(text: str, type_: str) -> list[tuple[str | None, int, set[str]]]:
    """The day, the number of mentions and the names of each event of a type."""
    tables = build_record((DAY, text))
    names = {one.id: one.name for one in tables.actors}
    found = [one for one in tables.events if one.type == type_]
    return [(one.when.edtf, len(one.evidence), {names[part.actor] for part in one.participants}) for one in found]


def test_who_the_gunmen_were_is_told_later():
    ((day, mentions, names),) = rows(ATTACK + CLAIM, "ASSAULT")
    assert (day, mentions) == ("2031-03-03", 2)
    assert "Sarn Front" in names


def test_an_attack_by_somebody_named_is_not_taken_for_that_of_another():
    assert len(rows(ATTACK.replace("Gunmen", "France") + CLAIM, "ASSAULT")) == 2


def test_another_attack_of_those_named_is_apart():
    found = rows(f"{ATTACK}{CLAIM} In January, the Sarn Front attacked a barracks in Tarn.", "ASSAULT")
    assert sorted(day or "" for day, _, _ in found) == ["2031-01", "2031-03-03"]


def test_the_day_of_an_announcement_is_not_that_of_the_deal():
    ((day, mentions, _),) = rows("Orbin agreed to buy Celt Works. The deal was announced on Monday.", "AGREE")
    assert (day, mentions) == ("../2031-03-05", 2)


def test_the_day_of_a_signing_is_that_of_the_deal():
    text = "France and Germany reached a fishing deal. The deal was signed on Monday by France and Germany."
    assert "2031-03-03" in {day for day, _, _ in rows(text, "AGREE")}


def test_what_was_fired_is_no_deed():
    text = "Rebels fired a missile at a port in France on Tuesday. The missile flew 900 miles. "
    ((_, mentions, _),) = rows(text, "ASSAULT")
    assert mentions == 1
    ((_, mentions, _),) = rows(f"{text}The attack was the first in years.", "ASSAULT")
    assert mentions == 2
