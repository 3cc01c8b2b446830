"""What a name is, person, body or place: every mention in the document votes by label, form and grammar."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.annotate.attribution_lexicon import load_cues
from onrecord.annotate.entities import Name, is_party
from onrecord.annotate.kinds_within import (
    find_last_named,
    find_managed,
    find_short_firms,
    find_storms,
    find_towns,
    is_compounded,
    is_numbered,
    is_owned_day,
    is_product,
    is_set_off,
    is_settlement,
    is_team,
    is_titled,
)
from onrecord.naming import fold, load_first_names, load_name_forms
from onrecord.vocab.gazetteer import load_name_words
from onrecord.vocab.nouns import load_nominals, load_verbs
from onrecord.vocab.offices import load_title_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


ACRONYM = re.compile(r"[A-Z][A-Za-z]{1,4}[A-Z]")
OFTEN = 2
"""Mentions of a body by the parser that outweigh its other readings of the same word."""
PERSONAL = frozenset(("chief", "managing", "vice", "deputy", "senior", "co"))
"""Before an office that firms have too, they make it a person's ("chief executive", "managing partner")."""

SIGNATURE = re.compile("[—–―-]{1,2}")


def honorific_at(doc: Doc, first: int) -> str | None:
    """The pronoun of the honorific before a name ("Mrs" -> f); "u" for one that fits both; None for none."""
    if not first:
        return None
    return load_title_words().honorifics.get(doc[first - 1].text.lower().rstrip("."))


def vote_kinds(doc: Doc, names: Sequence[Name]) -> dict[str, str]:
    """The kind of each name string, by all its mentions."""
    votes: dict[str, Counter[str]] = {}
    unlabelled: Counter[str] = Counter()
    bodies = Counter(fold(name.text) for name in names if name.label == "ORG")
    words, first_names, heads = load_name_words(), load_first_names(), load_title_words().heads
    voiced, short, last_named = find_voiced(doc, names), find_short_firms(doc, names), find_last_named(doc, names)
    towns, storms = find_towns(doc, names), find_storms(doc)
    for name in names:
        if name.entry is not None:
            continue
        ballot = votes.setdefault(fold(name.text), Counter())
        parts = fold(name.text).replace(".", "").split()
        while len(parts) > 1 and parts[-1] in load_name_forms().suffixes:
            parts.pop()
        root = doc[name.first : name.last + 1].root
        weigh_company(doc, name, root, ballot)
        if is_settlement(doc, name, root):
            ballot["place"] += 6
        if is_compounded(name):
            ballot["organization"] += 4
        if is_product(doc, name, root):
            ballot["nothing"] += 6
        if fold(name.text) in short:
            ballot["organization"] += 4
        if fold(name.text) in towns and name.label not in ("ORG", "NORP"):
            ballot["place"] += 3
        if fold(name.text) in last_named:
            ballot["person"] += 3
        modifies = root.dep_ in ("compound", "nmod", "amod") and root.head.i > name.last and root.head.text.islower()
        if name.kind and not (modifies and len(parts) == 1):
            ballot[name.kind] += 2
        before = doc[name.first - 1].text.lower().rstrip(".") if name.first else ""
        if (
            honorific_at(doc, name.first)
            or (before in heads and (doc[name.first].ent_type_ != "ORG" or is_titled(doc, name)))
            or (before in heads and name.first > 1 and doc[name.first - 2].text.lower() in PERSONAL)
            or is_signed(doc, name)
        ):
            ballot["person"] += 4
        elif (has_office_beside(doc, name, root) and not is_home(doc, name)) or is_followed_by(doc, name, "who"):
            ballot["person"] += 5
        elif name.label == "PERSON" and len(parts) == 1 and before != "the" and is_followed_by(doc, name, "which"):
            ballot["organization"] += 3 if root.dep_ in ("nsubj", "nsubjpass") else 0
        elif is_taken_up(doc, name, root, parts):
            ballot["person"] += 3
        elif before == "the" and name.label == "PERSON" and len(parts) > 1 and root.dep_ in ("nsubj", "pobj", "poss"):
            ballot["organization"] += 0 if parts[0] in first_names else 3  # "the Sellin Works": people have no article
        if what_is(name, parts) in words["organization"] or is_party(doc, name.first, name.last) or is_team(doc, name):
            ballot["organization"] += 6
        elif parts[-1] in words["place"] and len(parts) > 1 and not has_office_beside(doc, name, root):
            ballot["place"] += 5
        elif parts[0] in words["weather"] | words["crew"] or is_numbered(name, storms) or is_owned_day(doc, name):
            ballot["nothing"] += 8
        elif parts[-1] in words["nothing"]:
            given = name.label == "PERSON" and len(parts) > 1 and parts[0] in first_names
            acts = fold(name.text) in voiced or (before in heads and name.label == "PERSON")
            acts = acts or (given and root.dep_ in ("nsubj", "appos"))  # "said Ana Day, the director"
            ballot["nothing"] += 0 if acts else 8
        elif 2 <= len(parts) <= 4 and parts[0].split("-")[0] in first_names:
            ballot["person"] += 3
        elif len(parts) == 1 and name.text.isupper() and 2 <= len(name.text) <= 6:
            ballot["organization"] += 1
        if name.label in ("EVENT", "WORK_OF_ART", "LAW", "PRODUCT", "NORP"):
            ballot["nothing"] += 1 if bodies[fold(name.text)] >= OFTEN else 2
        elif not name.label and not name.kind:
            unlabelled[fold(name.text)] += 1
    for text, count in unlabelled.items():
        # what the parser takes for a body elsewhere is no less one where it sees nothing
        votes[text]["nothing"] += 1 if bodies[text] else count
    order = ("person", "organization", "place", "nothing")
    kinds = {
        text: max(order, key=lambda kind: (ballot[kind], -order.index(kind))) if ballot.total() else "nothing"
        for text, ballot in votes.items()
    }
    firms = find_acronyms(names, kinds) | {one for one in find_managed(doc, names) if one in kinds}
    return kinds | dict.fromkeys(firms, "organization")


def what_is(name: Name, parts: Sequence[str]) -> str:
    """The word that says what a name is: the last, or a body's first before "of" ("Office of Rail and Road")."""
    of = name.label == "ORG" and len(parts) > 2 and parts[1] in ("of", "for")
    return parts[0] if of and parts[0] in load_name_words()["organization"] else parts[-1]


def is_signed(doc: Doc, name: Name) -> bool:
    """Does a name of two or three words stand alone under a quotation, after a dash ("— Ana Ruta")?"""
    if not 0 < name.last - name.first < 3 or not name.first or not SIGNATURE.fullmatch(doc[name.first - 1].text):
        return False
    before = doc[name.first - 2] if name.first > 1 else None
    opens = before is None or before.is_quote or (before.is_space and "\n" in before.text)
    after = doc[name.last + 1] if name.last + 1 < len(doc) else None
    return opens and (after is None or after.text in (",", ".") or (after.is_space and "\n" in after.text))


def find_voiced(doc: Doc, names: Sequence[Name]) -> set[str]:
    """Names of bodies by the parser that say something, whatever word they end in ("Coast Watch said")."""
    talk = load_nominals()["company"]["talking"]
    return {
        fold(name.text)
        for name in names
        if name.label == "ORG"
        and (root := doc[name.first : name.last + 1].root).dep_ == "nsubj"
        and root.head.lemma_ in talk
    }


def is_voiced(doc: Doc, name: Name) -> bool:
    """Does a network itself say something ("Chatter reported …"), rather than carry what others post?"""
    root = doc[name.first : name.last + 1].root
    return root.dep_ == "nsubj" and root.head.lemma_ in load_verbs()["speech"]


def find_acronyms(names: Sequence[Name], kinds: Mapping[str, str]) -> set[str]:
    """Short names in capitals that a body of the document spells out: bodies, whatever the parser takes them for."""
    spelled = {one for name in names if kinds.get(fold(name.text)) == "organization" for one in acronyms_of(name.text)}
    short = {name.text for name in names if name.entry is None and ACRONYM.fullmatch(name.text)}
    return {
        fold(text) for text in short & spelled
        if kinds.get(fold(text)) in ("place", "nothing") or not text.isupper()
    }  # fmt: skip


def acronyms_of(text: str) -> frozenset[str]:
    """The acronyms of a name, with and without its small words ("Buses for East Ruta" -> BfER, BER)."""
    letters = [word[0] for word in re.split(r"[\s-]+", text) if word]
    return frozenset(("".join(letters), "".join(one for one in letters if one.isupper())))


def has_office_beside(doc: Doc, name: Name, root: Token) -> bool:
    """Does an office in apposition say that a name is a person ("Ruta, the Marnian foreign minister,")?

    Offices that bodies and firms have too ("the market leader", "its main partner") say nothing.
    """
    heads, shared = load_title_words().heads, load_nominals()["company"]["offices_of_firms"]
    if name.last + 2 < len(doc) and doc[name.last + 1].text == ",":
        office = next((one for one in root.children if one.dep_ == "appos" and one.i > name.last + 1), None)
        if office is None:
            stop = next((one.i for one in doc[name.last + 2 : name.last + 10] if one.is_punct), None)
            office = doc[stop - 1] if stop is not None and doc[name.last + 2].pos_ == "DET" else None
        if office is not None:
            word = office.text.lower()
            own = word not in shared or doc[office.i - 1].text.lower() in PERSONAL
            return word in heads and own and office.tag_ not in ("NNS", "NNPS")
    if name.first > 2 and doc[name.first - 1].text == ",":
        word = doc[name.first - 2].text.lower()
        named = (root.dep_ == "appos" and root.head.i == name.first - 2) or is_set_off(doc, name)
        own = word not in shared or any(one.lower_ in PERSONAL for one in doc[max(0, name.first - 4) : name.first - 2])
        return named and word in heads and own and doc[name.first - 2].tag_ in ("NN", "NNP")
    return False


def is_home(doc: Doc, name: Name) -> bool:
    """ "Ana Ruta, Democrat of East Marn, the chairman": is a name where the one with the office comes from?"""
    if name.first < 2 or doc[name.first - 1].lower_ not in ("of", "from") or name.label == "PERSON":
        return False
    member = doc[name.first - 2]
    known = member.lower_ in load_title_words().heads or f"{member.lower_}s" in load_nominals()["people"]
    return known or member.ent_type_ == "NORP"


def is_followed_by(doc: Doc, name: Name, word: str) -> bool:
    """Does "who" or "which" take up a name ("Ana Ruta, who …")? Of several before it ("A and B, who") only the last."""
    after = [token for token in doc[name.last + 1 : name.last + 4] if not token.is_space][:2]
    return len(after) == 2 and after[0].text == "," and after[1].text == word and after[1].tag_ in ("WP", "WDT")


def is_taken_up(doc: Doc, name: Name, root: Token, parts: Sequence[str]) -> bool:
    """Does a possessive in what a name says take it up ("Ana Ruta said her son was safe"), nobody else before it?"""
    if len(parts) != 2 or name.label != "ORG" or parts[-1] in load_name_words()["organization"]:
        return False
    if root.dep_ != "nsubj" or root.head.lemma_ not in load_verbs()["speech"] or root.i > root.head.i:
        return False
    after = doc[root.head.i + 1 : root.head.i + 4]
    opens = all(one.ent_type_ == "" and one.pos_ != "PROPN" for one in doc[root.sent.start : name.first])
    return opens and any(one.text.lower() in ("his", "her") and one.tag_ == "PRP$" for one in after)


def is_called_body(doc: Doc, name: Name, root: Token) -> bool:
    """Does the noun of a body stand beside a name and go with it ("the newspaper Ruta Post", "Ruta Post newspaper")?"""
    before = doc[name.first - 1] if name.first else None
    after = doc[name.last + 1] if name.last + 1 < len(doc) else None
    if after is not None and after.lower_ in load_nominals()["outlets"] and root.head.i == after.i:
        return True
    set_off = before is not None and before.text == "," and name.first > 1 and root.dep_ == "appos"
    before = doc[name.first - 2] if set_off else before  # "another militia, the Ruta Guard,"
    if before is None or before.tag_ != "NN" or (set_off and not is_own_apposition(doc, name, root, before)):
        return False
    table = load_nominals()
    nouns = {*table["outlets"], *table["vessels"], *table["definite"]["organization"]} - {"party", "body"}
    nouns -= {"group"} if fold(doc[name.first].text) in load_first_names() else set()
    roots = [one for one in doc[name.first : name.last + 1] if one.head.i == before.head.i and one.i != one.head.i]
    beside = any(one.dep_ == before.dep_ for one in roots)
    held = name.first <= before.head.i <= name.last or (root.dep_ == "appos" and root.head.i == before.i)
    return before.lower_ in nouns and (beside or held or set_off)


def is_own_apposition(doc: Doc, name: Name, root: Token, noun: Token) -> bool:
    """Is a name set off behind a noun the noun's ("a militia, Ruta Guard,"), no man's ("a man of the militia, X,")?"""
    people = {*load_title_words().heads, *load_nominals()["somebody"]}
    owners = {root.head.lower_, noun.head.head.lower_ if noun.dep_ == "pobj" else ""} - {noun.lower_}
    person = any(one in people or f"{one}s" in load_nominals()["people"] for one in owners)
    return not person and root.head.i <= noun.i and fold(doc[name.first].text) not in load_first_names()


def weigh_company(doc: Doc, name: Name, root: Token, ballot: Counter[str]) -> None:
    """What the words around a name say: who cites others is a medium, what one writes on a platform, who says acts."""
    words = load_nominals()["company"]
    short = len(name.text.split()) == 1
    given = fold(doc[name.first].text) in load_first_names()
    after = [token.text.lower() for token in doc[name.last + 1 : name.last + 3]]
    if not given and len(after) == 2 and after[0] == "," and after[1] in words["citing"]:
        ballot["organization"] += 5
    if short and not given and root.dep_ == "pobj" and root.head.text.lower() == "on":
        verb = root.head.head
        if verb.lemma_ in words["posting"] and root.i - verb.i <= 6:
            ballot["organization"] += 4
    says = root.dep_ == "nsubj" and root.tag_ == "NNP"
    says = says and root.head.lemma_ in load_cues().speech | load_verbs()["speech"]
    told = root.dep_ == "pobj" and root.head.text.lower() == "to" and root.head.head.text.lower() == "according"
    says = says or (told and short and not name.text.endswith("s"))
    if is_called_body(doc, name, root):
        ballot["organization"] += 10
    if told and short and name.label in ("GPE", "LOC", "FAC"):
        ballot["organization"] += 5  # a place says nothing
    if short and root.dep_ in ("dobj", "dative") and root.head.lemma_ == "tell" and before_of(doc, name) == "the":
        ballot["organization"] += 5  # "she told the Lookout"
    if says and not name.kind and name.label in ("", "NORP", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"):
        ballot["organization"] += 3 if name.label else 2


def before_of(doc: Doc, name: Name) -> str:
    """The word before a name."""
    return doc[name.first - 1].lower_ if name.first else ""
