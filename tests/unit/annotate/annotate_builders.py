"""Short texts of a known day, annotated; these load the parser once."""

from short_texts import read


def stances(text: str) -> set[tuple[str, str, str]]:
    """(party, stance, label) of every stance in a text."""
    one = read(text)
    return {(one.actors[s.actor].name if s.actor is not None else "?", s.stance, s.label) for s in one.stances}
