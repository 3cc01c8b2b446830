"""Actors that the user knows beforehand: names, kinds, ids, and offices at a document's date."""

from test_actors_linked import document, person

from onrecord.annotations import LocalActor
from onrecord.link.actors import link_actors
from onrecord.roster import Roster, RosterActor, Tenure

DRAVIK = RosterActor(
    name="Lena Dravik",
    aliases=("Elena Drawicka", "Dravik"),
    wikidata="Q101",
    side="Veldoria",
    offices=(Tenure(title="president", of="Veldoria", first="2019-05-01", last="2023-04-30"),),
)
FALK = RosterActor(
    name="Odo Falk", offices=(Tenure(title="president", of="Veldoria", first="2023-05-01"),), wikidata="Q102"
)
ROSTER = Roster((DRAVIK, FALK))


def link(*documents, roster=ROSTER):
    actors, ids, links = link_actors(documents, roster=roster)
    return {one.id: one for one in actors}, ids, links


def test_names_that_nothing_but_the_roster_joins_are_one_with_its_wikidata_id():
    docs = document("a", person("Lena Dravik")), document("b", person("Elena Drawicka"))
    actors, ids, links = link(*docs)
    assert ids["a", 0] == ids["b", 0]
    row = actors[ids["a", 0]]
    assert (row.name, row.wikidata, row.side) == ("Lena Dravik", "Q101", "Veldoria")
    assert 'the roster has "Elena Drawicka" as a name of Lena Dravik' in {r for one in links for r in one.reasons}
    assert len(link(*docs, roster=Roster())[0]) == 2


def test_a_listed_surname_is_not_another_person_of_that_surname():
    actors, ids, _ = link(document("a", person("Dravik")), document("b", person("Emma Dravik")))
    assert actors[ids["a", 0]].wikidata == "Q101"
    assert actors[ids["b", 0]].wikidata is None


def test_two_persons_of_the_roster_stay_two_however_alike():
    twins = Roster((RosterActor(name="Vasyl Horbatsky"), RosterActor(name="Vasyl Horbatskyy")))
    docs = document("a", person("Vasyl Horbatskyy")), document("b", person("Vasyl Horbatsky"))
    assert len(link(*docs, roster=twins)[0]) == 2
    assert len(link(*docs, roster=Roster())[0]) == 1


def test_an_office_is_its_holder_at_the_documents_date():
    phrase = person("the president of Veldoria", title="president", of="Veldoria", named=False)
    docs = [document(key, phrase, published=day) for key, day in (("a", "2020-02-02"), ("b", "2024-02-02"))]
    actors, ids, _ = link(*docs, document("c", phrase))
    assert actors[ids["a", 0]].name == "Lena Dravik"
    assert actors[ids["b", 0]].name == "Odo Falk"
    assert actors[ids["c", 0]].name not in ("Lena Dravik", "Odo Falk")


def test_who_has_left_an_office_by_the_roster_no_longer_goes_by_it():
    named = document("a", person("Lena Dravik", title="president", of="Veldoria"), published="2023-04-01")
    phrase = person("the president of Veldoria", title="president", of="Veldoria", named=False)
    later = document("b", phrase, published="2023-06-01")
    _, ids, _ = link(named, later, roster=Roster((DRAVIK,)))
    assert ids["a", 0] != ids["b", 0]
    _, ids, _ = link(named, later, roster=Roster())
    assert ids["a", 0] == ids["b", 0]


def test_the_roster_settles_what_a_parser_takes_a_name_for():
    guild = Roster((RosterActor(name="Karsk Guild", kind="organization", wikidata="Q7"),))
    docs = (
        document("a", LocalActor(name="Karsk Guild", kind="person")),
        document("b", LocalActor(name="Karsk Guild", kind="organization")),
    )
    actors, ids, _ = link(*docs, roster=guild)
    assert ids["a", 0] == ids["b", 0]
    assert (actors[ids["a", 0]].kind, actors[ids["a", 0]].wikidata) == ("organization", "Q7")


def test_the_order_of_the_roster_and_of_the_documents_does_not_matter():
    docs = [document("a", person("Lena Dravik")), document("b", person("Elena Drawicka"), person("Odo Falk"))]
    assert link_actors(docs, roster=ROSTER) == link_actors(docs[::-1], roster=Roster((FALK, DRAVIK)))
