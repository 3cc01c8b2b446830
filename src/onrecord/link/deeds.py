"""Whether two accounts can be of one deed: the same parts and word, or the news that two articles open with.

One day brings many deeds of one kind, so what outlets tell of one deed in different words ("a truck bombing at the
consulate", "the Taliban raid") is one only where something says so: one refers back to the other, or both are what
their articles, which are on one event, open with.
"""

from onrecord.link.event_groups import Group, World
from onrecord.link.event_pairs import leaves_target_unsaid, match_participants
from onrecord.link.retellings import hits_one_nameless, is_told_in_same_words
from onrecord.vocab.families import are_two_kinds, share_family, share_once, share_word
from onrecord.vocab.lists import Role

_NUCLEAR = frozenset({"nuclear", "atomic", "hydrogen", "thermonuclear"})
_FLYING = frozenset({"missile", "missiles", "rocket", "rockets", "projectile", "projectiles"})
_BOTH = 2
_ALIKE = 0.5
"""Least likeness of two articles that tell of one thing in like words; readers grouped within one article only."""
_LIKE, _VERY_LIKE = 0.5, 0.7
"""Least cosine of two tellings, with the same parties in the same parts, and with parties that fit."""
_SAME_WORD = 0.55
"""That with parties that fit, told in the same word."""
_ROLES: tuple[Role, ...] = ("source", "target")
_TOGETHER = frozenset({"AGREE", "COOPERATE"})
"""Types of what several do together: whom one has as its target another has among its sources."""


def is_same_deed(a: Group, b: Group, world: World) -> bool:
    """Can two groups be one deed, as far as who, whom and the word for it go?"""
    if _are_of_other_arms(a, b):
        return False
    if _match_parts(a, b) and _share_word(a, b):
        return True
    type_ = a.accounts[0].mention.type
    if is_told_alike(a, b, world) or is_retold(a, b, world):
        return True
    words = [frozenset(word for one in group.accounts for word in one.words) for group in (a, b)]
    if is_done_once(a, b, world):
        return True
    if not share_family(type_, *words) or not fit_parts(a, b, world):
        return False
    return refer(a, b) or share_news(a, b, world)


def is_told_alike(a: Group, b: Group, world: World) -> bool:
    """Are the tellings of one piece of news as like as those of one event are, by the trained tagger, and the parties?

    Readers grouped the mentions of 775 articles. Of two mentions of one type with the same two parties four in ten were
    of one event; of those that are as like as asked here, seven in ten.
    """
    if a.accounts[0].mention.type == "CONSULT" or a.identity is None or b.identity is None or a.done != b.done:
        return False
    if are_two_kinds(*(frozenset(word for one in group.accounts for word in one.words) for group in (a, b))):
        return False
    if not is_of_one_story(a, b, world) or is_set_against(a, b):
        return False
    parts = [{part for one in group.accounts for part in one.parts} for group in (a, b)]
    if len(a.who & b.who) >= _BOTH and parts[0] == parts[1]:
        least = _LIKE
    elif a.who & b.who and fit_parts(a, b, world) and not (_are_of_others(a, b, world) or befell_others(a, b, world)):
        least = _SAME_WORD if _share_word(a, b) else _VERY_LIKE
    else:
        return False
    return float(a.identity @ b.identity) >= least


def _are_of_others(a: Group, b: Group, world: World) -> bool:
    """Are parties of theirs others, or those of two articles, told in words of other kinds ("sent A", "built B")?"""
    parts = [{part for one in group.accounts for part in one.parts} for group in (a, b)]
    if name_others(a, b, world):
        return True
    words = [frozenset(word for one in group.accounts for word in one.words) for group in (a, b)]
    if parts[0] == parts[1] or _share_word(a, b) or share_family(a.accounts[0].mention.type, *words):
        return False
    ours, theirs = ({part.actor for part in side if part.role == "source"} for side in parts)
    return not a.documents & b.documents or (bool(ours and theirs) and not ours & theirs)


def is_set_against(a: Group, b: Group) -> bool:
    """Do the same words tell of one on a day and of the other on none ("which hit A in May, struck it again")?"""
    return any(
        one.local[0] == other.local[0]
        and one.mention.start < other.mention.end
        and other.mention.start < one.mention.end
        and one.explicit != other.explicit
        for one in a.accounts
        for other in b.accounts
    )


def name_others(a: Group, b: Group, world: World) -> bool:
    """Does each name somebody, in whatever part, whom the other does not ("merged with A", "bids for B")?"""
    ours, theirs = (frozenset(one for one in group.who if world.actors[one].kind != "group") for group in (a, b))
    return match_participants(ours, theirs, world) == "clash"


def befell_others(a: Group, b: Group, world: World) -> bool:
    """Did the one befall a person, and the other people not told to be hers ("attacked A", "assaulted women")?"""
    ours, theirs = (
        {part.actor for one in group.accounts for part in one.parts if part.role == "target"} for group in (a, b)
    )
    kinds = [{world.actors[one].kind for one in side} for side in (ours, theirs)]
    covered = any(world.covers(one, other) or world.covers(other, one) for one in ours for other in theirs)
    return not (ours & theirs or covered) and sorted(map(sorted, kinds)) == [["group"], ["person"]]


def is_retold(a: Group, b: Group, world: World) -> bool:
    """Do articles of one story tell of both in the same words?"""
    return is_told_in_same_words(a, b, world) and is_of_one_story(a, b, world)


def is_of_one_story(a: Group, b: Group, world: World) -> bool:
    """Is an article of the one of one story with an article of the other?"""
    return any(is_one_story(one, other, world) for one in sorted(a.documents) for other in sorted(b.documents))


def is_one_story(a: str, b: str, world: World) -> bool:
    """Are two articles one, of one piece of news, or at least alike?"""
    return a == b or world.is_one_news(a, b) or world.likeness(a, b) >= _ALIKE


def _are_of_other_arms(a: Group, b: Group) -> bool:
    """Is one a nuclear test, and the other the launch of missiles?"""
    words = [frozenset(word for one in group.accounts for word in one.words) for group in (a, b)]
    return any(
        one & _NUCLEAR and other & _FLYING and not (one & _FLYING or other & _NUCLEAR)
        for one, other in (words, words[::-1])
    )


def is_done_once(a: Group, b: Group, world: World) -> bool:
    """Is it a deed that the same person, ship or firm suffers but once: a seizure, an arrest, a release?"""
    words = [frozenset(word for one in group.accounts for word in one.words) for group in (a, b)]
    once = a.done == b.done and share_once(*words)
    nameless = once and hits_one_nameless(a, b, world) and is_of_one_story(a, b, world)
    return once and (nameless or hits_one(a, b, world)) and (nameless or fit_parts(a, b, world))


def _match_parts(a: Group, b: Group) -> bool:
    """Are the parts the same, or the target of one left unsaid on one known day?"""
    parts = [{part for one in group.accounts for part in one.parts} for group in (a, b)]
    return parts[0] == parts[1] or leaves_target_unsaid(a, b)


def _share_word(a: Group, b: Group) -> bool:
    """Is one word printed for both, or a word that always means the same?"""
    words = [frozenset(word for one in group.accounts for word in one.words) for group in (a, b)]
    return share_word(*words) or (a.accounts[0].mention.type == "PROTEST" and share_family("PROTEST", *words))


def refer(a: Group, b: Group) -> bool:
    """Does an account of one refer back to one of the other?"""
    for one, other in ((a, b), (b, a)):
        held = {each.local for each in other.accounts}
        if any(each.antecedent is not None and (each.local[0], each.antecedent) in held for each in one.accounts):
            return True
    return False


def share_news(a: Group, b: Group, world: World) -> bool:
    """Do the articles, of one piece of news, open with them?

    Within one article: its headline and its lead, or two sentences of the lead on one house or person.
    """
    target = hits_one(a, b, world)
    ours, theirs = ([one for one in group.accounts if one.leads] for group in (a, b))
    return a.done == b.done and any(
        (one.local[0] == other.local[0] and (target or one.heads != other.heads))
        or (one.local[0] != other.local[0] and world.is_one_news(one.local[0], other.local[0]))
        for one in ours
        for other in theirs
    )


def hits_one(a: Group, b: Group, world: World) -> bool:
    """Have both a target in common that is no country or town?"""
    return bool(find_hit(a, world) & find_hit(b, world))


def find_hit(group: Group, world: World) -> frozenset[str]:
    """The targets of a deed that are no countries, towns or crowds."""
    hit = {part.actor for one in group.accounts for part in one.parts if part.role == "target"}
    return frozenset(one for one in hit if world.actors[one].kind not in ("state", "place", "group"))


def fit_parts(a: Group, b: Group, world: World) -> bool:
    """Does nobody of one clash with the other: in each role the same, one of a side, a nameless group, or unsaid?"""
    for role in _ROLES:
        ours, theirs = (
            frozenset(part.actor for one in group.accounts for part in one.parts if part.role == role)
            for group in (a, b)
        )
        if ours and theirs and not ours & theirs and not _is_loose(ours, theirs, role, world):
            return False
    return a.accounts[0].mention.type not in _TOGETHER or not name_others(a, b, world)


def _is_loose(ours: frozenset[str], theirs: frozenset[str], role: Role, world: World) -> bool:
    """Is it the same party told more widely: its state, "gunmen" for those named, the country for the house hit?"""
    if any(world.covers(one, other) or world.covers(other, one) for one in ours for other in theirs):
        return True
    wide = {"group", "state", "place"} if role == "target" else {"group"}
    return any(all(world.actors[one].kind in wide for one in side) for side in (ours, theirs))
