"""Statements from hand-marked attributions: speakers, carriers, channels, addressees, times, acts."""

import pytest

from onrecord.annotate.parse import Parse, parse_document
from onrecord.annotate.statements import build_statements
from onrecord.annotations import Attribution, LocalActor, LocalMention, LocalStatement, TimeExpression
from onrecord.records import Document, Span

ACTORS = (
    LocalActor(name="Ada Moreau", kind="person"),
    LocalActor(name="Karl Vex", kind="person"),
    LocalActor(name="Borduria", kind="state"),
    LocalActor(name="Nordpress", kind="organization"),
    LocalActor(name="officials", kind="group", named=False),
    LocalActor(name="Ada Moreau and Karl Vex", kind="group", named=False, members=(0, 1)),
)
MOREAU, VEX, BORDURIA, NORDPRESS, OFFICIALS, BOTH = range(6)


class Article:
    """A text in which attributions, mentions and times are marked by their words."""

    def __init__(self, text: str) -> None:
        document = Document(id="doc-1", uri="a.txt", sha256="0", text=text)
        self.parse: Parse = parse_document(document)
        self.text = text
        self.attributions: list[Attribution] = []
        self.mentions: list[LocalMention] = []
        self.times: list[TimeExpression] = []

    def find(self, words: str, after: int = 0) -> Span:
        start = self.text.index(words, after)
        return Span(start=start, end=start + len(words))

    def said(self, content: str, cue: str, source: str = "", *, parent: int | None = None, carrier: str = "") -> None:
        at = self.find(content)
        low = self.text.rfind("\n", 0, at.start) + 1
        near = sorted(
            (abs(start - at.end) if start > at.start else abs(at.start - start), start)
            for start in range(low, len(self.text))
            if cue and self.text.startswith(cue, start) and not (parent is None and at.start <= start < at.end)
        )
        cues = (Span(start=near[0][1], end=near[0][1] + len(cue)),) if cue else ()
        sources = ()
        if source:
            places = [start for start in range(len(self.text)) if self.text.startswith(source, start)]
            best = min(places, key=lambda start: abs(start - cues[0].start))
            sources = (Span(start=best, end=best + len(source)),)
        self.attributions.append(
            Attribution(
                content=(at,), cue=cues, source=sources, parent=parent,
                carrier=(self.find(carrier),) if carrier else (),
            )
        )  # fmt: skip

    def mention(self, words: str, actor: int | None, *, nth: int = 1, head: str = "") -> None:
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        at = start + words.index(head or words.split()[-1])
        span = Span(start=at, end=at + len(head or words.split()[-1]))
        self.mentions.append(LocalMention(start=start, end=start + len(words), head=span, form="name", actor=actor))

    def time(self, words: str) -> None:
        span = self.find(words)
        self.times.append(TimeExpression(start=span.start, end=span.end, type="DATE", rule="weekday"))

    def build(self) -> tuple[LocalStatement, ...]:
        return build_statements(
            self.parse, tuple(self.attributions), ACTORS, tuple(self.mentions), tuple(self.times)
        )  # fmt: skip


def test_joint_speakers_give_a_statement_each() -> None:
    article = Article("Ada Moreau and Karl Vex said the road would open.")
    article.said("the road would open", "said", "Ada Moreau and Karl Vex")
    article.mention("Ada Moreau", MOREAU)
    article.mention("Karl Vex", VEX)
    first, second = article.build()
    assert (first.source.actor, second.source.actor) == (MOREAU, VEX)
    assert first.source.text == "Ada Moreau"
    assert first.content == second.content


def test_group_speaks_as_its_members_and_office_of_a_name_does_not() -> None:
    article = Article("Both leaders agreed to meet. A Borduria source said it was late.")
    article.said("meet", "agreed to", "Both leaders")
    article.said("it was late", "said", "A Borduria source")
    article.mention("Both leaders", BOTH)
    article.mention("Borduria", BORDURIA)
    *members, source = article.build()
    assert [one.source.actor for one in members] == [MOREAU, VEX]
    assert source.source.actor is None
    assert source.source.reason


def test_the_statement_of_two_goes_on_as_theirs() -> None:
    article = Article(
        "Ada Moreau and Karl Vex announced a truce in a joint statement. They said it was late. "
        "The statement added that it was cold."
    )
    article.said("a truce", "announced", "Ada Moreau and Karl Vex")
    article.said("it was late", "said", "They")
    article.said("it was cold", "added", "The statement")
    article.mention("Ada Moreau", MOREAU)
    article.mention("Karl Vex", VEX)
    rows = article.build()
    assert [one.source.actor for one in rows] == [MOREAU, VEX] * 3
    assert rows[4].source.text == "The statement"


def test_statement_of_a_body_is_its_issuers() -> None:
    article = Article("According to a Borduria statement, the dam is safe.")
    article.said("the dam is safe", "According to", "a Borduria statement")
    article.mention("Borduria", BORDURIA)
    assert article.build()[0].source.actor == BORDURIA


def test_nested_statement_comes_through_the_outer_source_unless_it_is_his_own() -> None:
    article = Article("Ada Moreau said Karl Vex agreed to a truce. Ada Moreau said she agreed to a pause.")
    article.said("Karl Vex agreed to a truce", "said", "Ada Moreau")
    article.said("a truce", "agreed to", "Karl Vex", parent=0)
    article.said("she agreed to a pause", "said", "Ada Moreau")
    article.said("a pause", "agreed to", "she", parent=2)
    article.mention("Ada Moreau", MOREAU)
    article.mention("Ada Moreau", MOREAU, nth=2)
    article.mention("Karl Vex", VEX)
    article.mention("she", MOREAU)
    rows = article.build()
    assert [party.actor for party in rows[1].via] == [MOREAU]
    assert rows[1].act == "agree"
    assert rows[1].parent == 0
    assert rows[3].via == ()


def test_relative_clause_of_a_paraphrase_is_the_writers_own() -> None:
    article = Article("Ada Moreau said she trusts her minister, Karl Vex, who stated that talks were slow.")
    article.said("she trusts her minister, Karl Vex, who stated that talks were slow", "said", "Ada Moreau")
    article.said("talks were slow", "stated", "Karl Vex", parent=0)
    article.mention("Ada Moreau", MOREAU)
    article.mention("Karl Vex", VEX)
    assert article.build()[1].via == ()


def test_carrier_goes_on_with_it() -> None:
    article = Article('Nordpress, citing officials, said, "The dam is safe." It added, "The road is open."')
    article.said("The dam is safe", "said", "officials", carrier="Nordpress")
    article.said("The road is open", "added", "It")
    article.mention("Nordpress", NORDPRESS)
    article.mention("officials", OFFICIALS)
    first, second = article.build()
    for one in (first, second):
        assert one.source.actor == OFFICIALS
        assert [party.actor for party in one.via] == [NORDPRESS]
        assert one.kind == "direct"


def test_hearsay_comes_from_the_sentence_before() -> None:
    article = Article("According to Ada Moreau, the talks were long. Karl Vex reportedly backed a truce.")
    article.said("the talks were long", "According to", "Ada Moreau")
    article.said("a truce", "reportedly backed", "Karl Vex")
    article.mention("Ada Moreau", MOREAU)
    article.mention("Karl Vex", VEX)
    assert [party.actor for party in article.build()[1].via] == [MOREAU]


def test_scene_is_set_once_and_carried() -> None:
    article = Article("Talking to reporters on Tuesday, Ada Moreau said it was late. She added that work goes on.")
    article.said("it was late", "said", "Ada Moreau")
    article.said("work goes on", "added", "She")
    article.mention("Ada Moreau", MOREAU)
    article.mention("She", MOREAU)
    article.time("Tuesday")
    for one in article.build():
        assert one.addressee is not None
        assert one.addressee.text == "reporters"
        assert one.said == 0


def test_scene_ends_with_another_speaker() -> None:
    article = Article("Speaking to reporters, Ada Moreau said it was late. Karl Vex said it was early.")
    article.said("it was late", "said", "Ada Moreau")
    article.said("it was early", "said", "Karl Vex")
    article.mention("Ada Moreau", MOREAU)
    article.mention("Karl Vex", VEX)
    assert article.build()[1].addressee is None


def test_sentence_without_source_stays_open() -> None:
    article = Article("Critics were many. The claim that the dam is weak was repeated.")
    article.said("the dam is weak", "claim")
    (row,) = article.build()
    assert row.source.actor is None
    assert row.source.reason


def test_first_person_in_a_quotation_is_its_speaker() -> None:
    article = Article('"I agreed to a pause," Ada Moreau said.')
    article.said("I agreed to a pause", "said", "Ada Moreau")
    article.said("a pause", "agreed to", "I", parent=0)
    article.mention("Ada Moreau", MOREAU)
    rows = article.build()
    assert rows[1].source.actor == MOREAU
    assert rows[1].via == ()
    assert rows[1].kind == "indirect"


@pytest.mark.parametrize(
    ("text", "content", "cue", "act", "negated"),
    [
        ("Ada Moreau has yet to confirm the date.", "the date", "confirm", "confirm", True),
        ("Ada Moreau did not specify a day.", "a day", "specify", "state", True),
        ("Ada Moreau did not commit to a summit.", "a summit", "commit to", "refuse", True),
        ("Ada Moreau declined to answer questions.", "questions", "declined to answer", "refuse", True),
        ("Ada Moreau ruled out a pause.", "a pause", "ruled out", "refuse", False),
        ("Ada Moreau suggested that talks had begun.", "talks had begun", "suggested", "state", False),
        ("Ada Moreau suggested that they could meet.", "they could meet", "suggested", "propose", False),
        ("Ada Moreau expressed confidence that it works.", "it works", "expressed confidence", "predict", False),
        ("Ada Moreau said Borduria must leave.", "Borduria must leave", "said", "demand", False),
        ('"We will rebuild the bridge," Ada Moreau said.', "We will rebuild the bridge", "said", "promise", False),
        ('"We will not rest," Ada Moreau said.', "We will not rest", "said", "state", False),
        ("Ada Moreau welcomed the plan.", "the plan", "welcomed", "praise", False),
    ],
)
def test_acts(text: str, content: str, cue: str, act: str, negated: bool) -> None:
    article = Article(text)
    article.said(content, cue, "Ada Moreau")
    article.mention("Ada Moreau", MOREAU)
    (row,) = article.build()
    assert (row.act, row.negated) == (act, negated)


@pytest.mark.parametrize(
    ("text", "content", "cue", "channel"),
    [
        ("Ada Moreau told Radio Nordstadt it was late.", "it was late", "told", "Radio Nordstadt"),
        ("In an interview with CNN, Ada Moreau said it was late.", "it was late", "said", "CNN"),
        ("Ada Moreau wrote on Chirper, a microblogging platform, that it was late.", "it was late", "wrote", "Chirper"),
        ("Ada Moreau tweeted that it was late.", "it was late", "tweeted", "Twitter"),
        ("Ada Moreau posted on Chirper that it was late.", "it was late", "posted", "Chirper"),
        ("Ada Moreau wrote on the social network Chirper that it was late.", "it was late", "wrote", "Chirper"),
        ("Ada Moreau wrote on Borduria that it was late.", "it was late", "wrote", None),
        ("Ada Moreau told a news conference it was late.", "it was late", "told", "news conference"),
        ("In her nightly address, Ada Moreau said it was late.", "it was late", "said", "nightly address"),
        ("After a press conference, Ada Moreau said it was late.", "it was late", "said", None),
        ("CNN said it was late.", "it was late", "said", None),
    ],
)
def test_channels(text: str, content: str, cue: str, channel: str | None) -> None:
    article = Article(text)
    article.said(content, cue, "Ada Moreau" if "Ada" in text else "CNN")
    if "Ada" in text:
        article.mention("Ada Moreau", MOREAU)
    if "Borduria" in text:
        article.mention("Borduria", BORDURIA)
    (row,) = article.build()
    assert row.channel == channel
    assert row.addressee is None


@pytest.mark.parametrize(
    ("text", "content", "cue"),
    [
        ("Ada Moreau told Karl Vex that it was late.", "it was late", "told"),
        ("Ada Moreau thanked Karl Vex for his help.", "his help", "thanked"),
        ("Ada Moreau urged Karl Vex to sign.", "sign", "urged"),
        ("Ada Moreau demanded that Karl Vex withdraw his troops.", "Karl Vex withdraw his troops", "demanded"),
    ],
)
def test_addressees(text: str, content: str, cue: str) -> None:
    article = Article(text)
    article.said(content, cue, "Ada Moreau")
    article.mention("Ada Moreau", MOREAU)
    article.mention("Karl Vex", VEX)
    (row,) = article.build()
    assert row.addressee is not None
    assert row.addressee.actor == VEX


@pytest.mark.parametrize(
    ("content", "kind"),
    [("it is over", "direct"), ("a “good sign” for all", "mixed"), ("all is well", "indirect")],
)
def test_kinds(content: str, kind: str) -> None:
    quoted = f"“{content}”" if kind == "direct" else content
    article = Article(f"Ada Moreau said {quoted}.")
    article.said(content, "said", "Ada Moreau")
    article.mention("Ada Moreau", MOREAU)
    assert article.build()[0].kind == kind


def test_times_of_nouns_do_not_date_speech() -> None:
    article = Article("After the meeting on Monday Ada Moreau said on Tuesday that it was late.")
    article.said("it was late", "said", "Ada Moreau")
    article.mention("Ada Moreau", MOREAU)
    article.time("Monday")
    article.time("Tuesday")
    assert article.build()[0].said == 1


def test_empty() -> None:
    assert Article("Nobody spoke.").build() == ()


@pytest.mark.parametrize(
    ("text", "source", "mentioned", "actor"),
    [
        ("A Nordpress poll shows the road is unsafe.", "A Nordpress poll", NORDPRESS, NORDPRESS),
        ("A poll by Nordpress shows the road is unsafe.", "A poll by Nordpress", NORDPRESS, NORDPRESS),
        ("A Borduria poll shows the road is unsafe.", "A Borduria poll", BORDURIA, None),
        ("A poll of Nordpress shows the road is unsafe.", "A poll of Nordpress", NORDPRESS, None),
        ("Nordpress took a long break. A poll shows the road is unsafe.", "A poll", NORDPRESS, None),
        ("A Nordpress poll came out. The poll shows the road is unsafe.", "The poll", NORDPRESS, NORDPRESS),
    ],
)
def test_poll_speaks_for_the_body_that_took_it(text: str, source: str, mentioned: int, actor: int | None) -> None:
    article = Article(text)
    article.said("the road is unsafe", "shows", source)
    article.mention("Nordpress" if mentioned == NORDPRESS else "Borduria", mentioned)
    assert article.build()[0].source.actor == actor


def test_who_after_an_office_in_apposition_is_its_holder() -> None:
    article = Article("They met Ada Moreau, now the majority leader, who said the road was unsafe.")
    article.said("the road was unsafe", "said", "who")
    article.mention("Ada Moreau", MOREAU)
    assert article.build()[0].source.actor == MOREAU
