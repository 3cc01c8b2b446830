"""What is new: what the articles of the last day brought, and nothing where nothing is newer."""

from dataclasses import replace

from onrecord.present.markdown import build_markdown
from onrecord.present.news import find_latest, find_news
from onrecord.present.report import build_report
from onrecord.present.view import View
from onrecord.records import Evidence, Published


def add_article(tables, day):
    """The tables with a later article that tells of an event of its own."""
    first = tables.documents[0]
    published = Published(edtf=day, earliest=day, latest=day, basis="stated")
    second = replace(first, id="doc-bbb2", uri="news/two.txt", outlet="The Herald", published=published)
    place = (Evidence(document="doc-bbb2", start=28, end=64),)
    event = replace(tables.events[0], id="evt-ccc3", label="A second call", evidence=place, documents=("doc-bbb2",))
    return replace(tables, documents=(first, second), events=(*tables.events, event))


def test_the_articles_of_the_last_day_bring_what_rests_on_them_alone(small_tables):
    view = View(add_article(small_tables, "2024-03-09"))
    day, latest = find_latest(view)
    assert (day, [one.id for one in latest]) == ("2024-03-09", ["doc-bbb2"])
    news = find_news(view, latest, view.events_in_order())
    assert [one.id for one in news.events] == ["evt-ccc3"]
    assert news.disputes == ()
    page = build_report(view)
    assert '<h2 id="new">What is new</h2>' in page
    assert page.index("A second call") < page.index('id="timeline"')
    assert "- *happened* A second call" in build_markdown(view)


def test_where_all_articles_are_of_one_day_nothing_is_new(small_tables):
    for tables in (small_tables, add_article(small_tables, "2024-03-05")):
        assert find_latest(View(tables)) == ("", [])
        assert 'id="new"' not in build_report(View(tables))
    assert find_latest(View(type(small_tables)())) == ("", [])
