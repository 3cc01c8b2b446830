"""Actors across documents, from annotations made by hand."""

import itertools

from onrecord.annotations import Annotated, LocalActor, LocalMention, LocalOffice
from onrecord.link.actors import link_actors
from onrecord.records import Document, Published, Span


def person(
    name: str, *, title: str = "", of: str | None = None, side: str | None = None, named: bool = True
) -> LocalActor:
    offices = (LocalOffice(title=title, of=of, start=0, end=1),) if title else ()
    return LocalActor(name=name, kind="person", named=named, offices=offices, side=side)


def document(key: str, *actors: LocalActor, published: str | None = None) -> Annotated:
    """A document that prints every actor once, in order."""
    text, mentions = "", []
    for index, actor in enumerate(actors):
        start = len(text)
        text += actor.name + "\n"
        head = Span(start=start, end=len(text) - 1)
        form = "name" if actor.named else "title"
        mentions.append(LocalMention(start=start, end=len(text) - 1, head=head, form=form, actor=index))
    when = Published(earliest=published, latest=published, basis="stated" if published else "unknown")
    return Annotated(
        document=Document(id=key, uri=key, sha256=key, text=text, published=when),
        actors=actors,
        mentions=tuple(mentions),
    )


def same(documents: list[Annotated], a: tuple[str, int], b: tuple[str, int]) -> bool:
    ids = link_actors(documents)[1]
    return ids[a] == ids[b]


KOSKELA = person("Martin Koskela", title="president", of="Finland", side="Finland")
MOREL = person("Jean Morel", title="president", of="France", side="France")


def test_full_names_and_spellings_merge():
    documents = [document("a", person("Vasyl Horbatskyy")), document("b", person("Vasyl Horbatsky"))]
    actors, _, links = link_actors(documents)
    assert len(actors) == 1
    assert {link.same for link in links} == {True}
    assert "spellings" in " ".join(reason for link in links for reason in link.reasons)


def test_two_people_of_one_surname_stay_two_and_say_why():
    documents = [document("a", person("Ann Price"), person("Mary Price"))]
    actors, _, links = link_actors(documents)
    assert len(actors) == 2
    assert [link.same for link in links] == [False]
    assert "given names" in links[0].reasons[0]


def test_a_surname_joins_the_only_person_in_shared_company():
    documents = [document("a", KOSKELA, MOREL), document("b", person("Koskela"), person("Jean Morel"))]
    assert same(documents, ("a", 0), ("b", 0))


def test_a_surname_joins_where_two_bodies_are_shared():
    yard, mill = body("Osk Yards"), body("Veld Mills")
    both = [document("a", person("Ann Price"), yard, mill), document("b", person("Price"), yard, mill)]
    assert same(both, ("a", 0), ("b", 0))
    one = [document("a", person("Ann Price"), yard, mill), document("b", person("Price"), yard)]
    assert not same(one, ("a", 0), ("b", 0))
    known = [body("NATO"), body("European Union")]
    assert not same(
        [document("a", person("Ann Price"), *known), document("b", person("Price"), *known)], ("a", 0), ("b", 0)
    )


def test_the_short_name_of_a_firm_elsewhere_is_no_person():
    documents = [
        document("a", body("Oskline Inc.", aliases=("Oskline",))),
        document("b", body("Oskline")),
        document("c", person("Oskline")),
    ]
    actors, ids, _ = link_actors(documents)
    assert len(set(ids.values())) == 1
    assert [one.kind for one in actors] == ["organization"]


def test_a_surname_with_nothing_in_common_stays_apart():
    documents = [document("a", person("Ann Price")), document("b", person("Price"))]
    assert not same(documents, ("a", 0), ("b", 0))
    assert any("no other name" in link.reasons[0] for link in link_actors(documents)[2])


def test_a_surname_of_two_people_stays_open():
    documents = [document("a", person("Ann Price"), person("Mary Price"), MOREL), document("b", person("Price"), MOREL)]
    assert not same(documents, ("a", 0), ("b", 0))
    assert not same(documents, ("a", 1), ("b", 0))


def test_other_states_keep_a_surname_apart():
    documents = [document("a", KOSKELA, MOREL), document("b", person("Koskela", side="Norway"), MOREL)]
    assert not same(documents, ("a", 0), ("b", 0))


def test_an_office_finds_its_only_holder():
    titled = person("French president", title="president", of="France", side="France", named=False)
    documents = [document("a", KOSKELA, MOREL), document("b", titled)]
    actors, ids, _ = link_actors(documents)
    assert ids["b", 0] == ids["a", 1]
    assert "French president" in next(actor for actor in actors if actor.id == ids["b", 0]).aliases


def test_a_generic_title_finds_the_holder():
    titled = person("NATO chief", title="chief", of="NATO", side="NATO", named=False)
    holder = person("Laura Berger", title="secretary-general", of="NATO", side="NATO")
    assert same([document("a", holder), document("b", titled)], ("a", 0), ("b", 0))


def test_an_office_with_two_holders_stays_open():
    other = person("Claire Duval", title="president", of="France", side="France")
    titled = person("French president", title="president", of="France", side="France", named=False)
    documents = [document("a", MOREL), document("b", other), document("c", titled)]
    assert len(set(link_actors(documents)[1].values())) == 3


def test_an_office_of_other_years_is_not_taken():
    titled = person("French president", title="president", of="France", side="France", named=False)
    documents = [document("a", MOREL, published="2011-05-02"), document("b", titled, published="2025-05-02")]
    assert not same(documents, ("a", 1 - 1), ("b", 0))


def test_unnamed_sources_stay_their_documents_own_and_demonym_groups_merge():
    source = person("White House source", side="United States", named=False)
    group = LocalActor(name="German officials", kind="group", named=False, side="Germany")
    reporters = LocalActor(name="reporters", kind="group", named=False)
    ids = link_actors([document("a", source, group, reporters), document("b", source, group, reporters)])[1]
    assert ids["a", 0] != ids["b", 0]
    assert ids["a", 1] == ids["b", 1]
    assert ids["a", 2] != ids["b", 2]


def test_pairs_merge_by_their_members():
    pair = LocalActor(name="Martin Koskela and Jean Morel", kind="group", named=False, members=(0, 1))
    turned = LocalActor(name="both leaders", kind="group", named=False, members=(1, 0))
    assert same([document("a", KOSKELA, MOREL, pair), document("b", KOSKELA, MOREL, turned)], ("a", 2), ("b", 2))


def test_an_acronym_joins_the_long_name():
    long = LocalActor(name="International Reef Union", kind="organization")
    short = LocalActor(name="IRU", kind="organization")
    documents = [document("a", long), document("b", short)]
    actors = link_actors(documents)[0]
    assert [(actor.name, actor.aliases) for actor in actors] == [("International Reef Union", ("IRU",))]


def test_an_article_in_a_known_name_is_kept():
    paper = LocalActor(name="The Wall Street Journal", kind="organization", aliases=("Wall Street Journal",))
    assert link_actors([document("a", paper), document("b", paper)])[0][0].name == "The Wall Street Journal"


def test_the_order_of_documents_does_not_matter():
    titled = person("French president", title="president", of="France", side="France", named=False)
    documents = [
        document("a", KOSKELA, MOREL),
        document("b", person("Koskela"), person("J. Morel")),
        document("c", titled, person("Koskela"), person("Ann Price")),
        document("d", person("Price"), person("Ann Price"), person("Mary Price")),
    ]
    results = [link_actors(list(order)) for order in itertools.permutations(documents)]
    assert all(one == results[0] for one in results)


def test_every_local_actor_has_an_id():
    documents = [document("a", KOSKELA, person("a spokesman", title="spokesperson", named=False), MOREL)]
    actors, ids, _ = link_actors(documents)
    assert set(ids) == {("a", 0), ("a", 1), ("a", 2)}
    assert set(ids.values()) == {actor.id for actor in actors}


def body(name: str, kind: str = "organization", side: str | None = None, aliases: tuple[str, ...] = ()) -> LocalActor:
    return LocalActor(name=name, kind=kind, side=side, aliases=aliases)  # type: ignore[arg-type]


def test_departments_merge_across_word_order():
    one = body("US Labor Department", side="United States")
    two = body("U.S. Department of Labor", side="United States")
    assert same([document("a", one), document("b", two)], ("a", 0), ("b", 0))


def test_a_place_that_speaks_is_the_state_governed_from_there():
    state = body("Marnia", kind="state", side="Marnia", aliases=("Port Ost",))
    assert same([document("a", state), document("b", body("Port Ost"))], ("a", 0), ("b", 0))
    assert not same([document("a", state), document("b", body("Port Ost", kind="place"))], ("a", 0), ("b", 0))


def test_a_strange_place_taken_for_a_person_once_is_no_person():
    documents = [
        document("a", body("Arland", kind="place")),
        document("b", body("Arland", kind="place")),
        document("c", person("Arland")),
    ]
    assert same(documents, ("a", 0), ("c", 0))


def test_father_and_son_stay_two_across_documents():
    assert not same(
        [document("a", person("Otto Fenwick Jr.")), document("b", person("Otto Fenwick"))], ("a", 0), ("b", 0)
    )


def test_a_name_is_one_however_its_parts_are_set_apart():
    documents = [
        document("a", person("Han Seo-jun")),
        document("b", person("Han Seo Jun")),
        document("c", person("Han Ji-ho")),
    ]
    ids = link_actors(documents)[1]
    assert ids["a", 0] == ids["b", 0] != ids["c", 0]


def test_an_article_before_a_surname_makes_no_other_person():
    documents = [
        document("a", person("Samir al-Haddad"), person("Jean Morel")),
        document("b", person("Haddad"), person("Jean Morel")),
        document("c", person("Omar Haddad"), person("Ann Price")),
    ]
    ids = link_actors(documents[:2])[1]
    assert ids["a", 0] == ids["b", 0]
    ids = link_actors(documents)[1]
    assert ids["a", 0] != ids["c", 0]


def test_a_name_without_its_second_surname_is_the_one_person_who_has_it():
    told = document("a", person("Ramiro Fons Moreau"))
    assert same([told, document("b", person("Ramiro Fons"))], ("a", 0), ("b", 0))
    other = document("c", person("Ramiro Fons Lopera"))
    assert not same([told, document("b", person("Ramiro Fons")), other], ("a", 0), ("b", 0))
    assert not same(
        [document("a", person("Juan Carlos Moreau")), document("b", person("Juan Carlos"))], ("a", 0), ("b", 0)
    )
