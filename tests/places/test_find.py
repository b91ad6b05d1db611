"""Which names are places, and where those are. Every row is a sentence of our own with all the places it should give."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from communique.parse import Doc, parse
from communique.places import find_places
from communique.types import Actor, Article, MadeBy, Place, Record

Found = tuple[str, str | None, bool]


def places(doc: Doc, *actors: Actor) -> tuple[Place, ...]:
    record = Record(article=doc.article, actors=actors, made_by=MadeBy(communique="test"))
    return find_places(doc, record).places


def brief(found: tuple[Place, ...]) -> list[Found]:
    """Text, country, and whether the point is known."""
    return [(place.text, place.country, place.lat is not None) for place in found]


CITIES: list[tuple[str, list[Found]]] = [
    ("The two leaders met in Hanoi on Thursday.", [("Hanoi", "VNM", True)]),
    ("A bomb went off near Kandahar, killing six.", [("Kandahar", "AFG", True)]),
    ("She flew from Geneva to Nairobi for the talks.", [("Geneva", "CHE", True), ("Nairobi", "KEN", True)]),
    ("Protesters gathered outside the embassy in Jakarta.", [("Jakarta", "IDN", True)]),
    ("The delegates returned to Sao Paulo.", [("Sao Paulo", "BRA", True)]),
    ("The delegates returned to São Paulo.", [("São Paulo", "BRA", True)]),
    ("Troops entered the city of Aleppo at dawn.", [("Aleppo", "SYR", True)]),
    ("The consulate is in Mazar-i-Sharif.", [("Mazar-i-Sharif", "AFG", True)]),
    ("The minister spoke in Kiev.", [("Kiev", "UKR", True)]),
    ("The ship was built in Bombay.", [("Bombay", "IND", True)]),
    (
        "Talks were held in Berlin, Vienna and Prague.",
        [("Berlin", "DEU", True), ("Vienna", "AUT", True), ("Prague", "CZE", True)],
    ),
    ("Rockets landed about 40 miles south of Seoul.", [("Seoul", "KOR", True)]),
    ("The envoy will visit Islamabad next week.", [("Islamabad", "PAK", True)]),
    ("The Hanoi summit ended early.", [("Hanoi", "VNM", True)]),
    ("He was treated at a Kabul hospital.", [("Kabul", "AFG", True)]),
    ("Fighting broke out in The Hague.", [("The Hague", "NLD", True)]),
    ("Costa Rica's police met him in San Jose.", [("San Jose", "CRI", True)]),
    ("She grew up in the US.", [("US", "USA", False)]),
    ("He lives in Barcelona.", [("Barcelona", "ESP", True)]),
    ("The trial opens in New York on Monday.", [("New York", "USA", True)]),
]

IN_AREAS: list[tuple[str, list[Found]]] = [
    ("The talks in Hanoi, Vietnam, ended early.", [("Hanoi, Vietnam", "VNM", True)]),
    ("A tornado struck a school in Paris, Texas.", [("Paris, Texas", "USA", True)]),
    ("The mayor spoke in Rotterdam, N.Y.", [("Rotterdam, N.Y.", "USA", True)]),
    ("The mayor spoke in Birmingham, Ala., on Friday.", [("Birmingham, Ala.", "USA", True)]),
    ("The plant in London, Ontario, will close.", [("London, Ontario", "CAN", True)]),
    ("The factory in Atlanta, Georgia, reopened.", [("Atlanta, Georgia", "USA", True)]),
    ("Officials met in Tbilisi, Georgia.", [("Tbilisi, Georgia", "GEO", True)]),
    ("The hearing was held in Washington, D.C.", [("Washington, D.C.", "USA", True)]),
    ("Police searched a farm in Smallville Corners, Kansas.", [("Smallville Corners, Kansas", "USA", False)]),
    ("She visited Seoul, China and Japan.", [("Seoul", "KOR", True), ("China", "CHN", False), ("Japan", "JPN", False)]),
    (
        "Storms hit towns in Texas, Florida and Ohio.",
        [("Texas", "USA", False), ("Florida", "USA", False), ("Ohio", "USA", False)],
    ),
]

COUNTRIES: list[tuple[str, list[Found]]] = [
    ("The two leaders met in Vietnam.", [("Vietnam", "VNM", False)]),
    ("Thousands fled from Venezuela to Colombia.", [("Venezuela", "VEN", False), ("Colombia", "COL", False)]),
    ("A quake shook the coast of Chile.", [("Chile", "CHL", False)]),
    ("The president will travel to South Korea on Sunday.", [("South Korea", "KOR", False)]),
    ("He lived in the U.S. for ten years.", [("U.S.", "USA", False)]),
    ("A missile flew over Japan.", [("Japan", "JPN", False)]),
    ("The soldiers were stationed in northern Iraq.", [("Iraq", "IRQ", False)]),
    ("The group is based in the Democratic Republic of Congo.", [("Democratic Republic of Congo", "COD", False)]),
    ("The company is registered in the British Virgin Islands.", [("British Virgin Islands", "VGB", False)]),
]

REGIONS: list[tuple[str, list[Found]]] = [
    ("He spoke of peace in the Middle East.", [("Middle East", None, False)]),
    ("Tensions are rising on the border, and in the Gaza Strip.", [("Gaza Strip", "PSE", False)]),
    ("Tanks were seen in Crimea.", [("Crimea", "UKR", False)]),
    ("Elections in Scotland were calm.", [("Scotland", "GBR", False)]),
    ("A court in Texas ruled on Friday.", [("Texas", "USA", False)]),
    ("The ship sank in the South China Sea.", [("South China Sea", None, False)]),
    ("The attack in Kunduz province killed ten.", [("Kunduz", "AFG", False)]),
    ("The officers met at Panmunjom.", [("Panmunjom", None, False)]),
]

# Points 6 and 7 of what users complain about: actors taken for places, places taken from names.
NO_PLACES = [
    "The Washington Post published the letter.",
    "Paris Hilton arrived with her dog.",
    "Bristol Police declined to comment.",
    "Washington said the offer was not enough.",
    "Pyongyang rejected the proposal.",
    "A spokesman for Beijing denied it.",
    "Moscow has accused Kiev of lying.",
    "Vietnam hosted the meeting.",
    "Sanctions against North Korea were tightened.",
    "Talks with Iran collapsed.",
    "Iran's foreign minister resigned.",
    "The Korean delegation left early.",
    "French officials and Syrian rebels agreed.",
    "The Bank of England raised rates.",
    "She studied at the University of Texas.",
    "The Duke of York apologised.",
    "The New England Journal of Medicine printed the study.",
    "The London School of Economics hired him.",
    "Jack London wrote novels.",
    "Peter Washington won the prize.",
    "Reading the letter took an hour.",
    "It was a nice gesture, and a mobile phone rang.",
    "There is little interest in China among voters.",
    "The city has a police force of its own.",
    "The officers read the report on Monday.",
    "Chelsea Brown and Sofia Blake attended.",
    "",
    "Police",
    "...",
]


@pytest.mark.parametrize(("text", "expected"), [*CITIES, *IN_AREAS, *COUNTRIES, *REGIONS])
def test_places_and_where_they_are(parsed: Callable[..., Doc], text: str, expected: list[Found]) -> None:
    assert brief(places(parsed(text))) == expected


@pytest.mark.parametrize("text", NO_PLACES)
def test_names_that_are_no_places(parsed: Callable[..., Doc], text: str) -> None:
    assert brief(places(parsed(text))) == []


def test_spans_are_the_articles_characters(parsed: Callable[..., Doc]) -> None:
    doc = parsed("Leaders met in Hanoi, Vietnam, and then in Geneva.")
    assert (
        [doc.article.text[p.span[0] : p.span[1]] for p in places(doc)]
        == [p.text for p in places(doc)]
        == ["Hanoi, Vietnam", "Geneva"]
    )


def test_a_name_explained_once_holds_for_the_whole_report(parsed: Callable[..., Doc]) -> None:
    doc = parsed("A fire broke out in Paris.\n\nThe school in Paris, Texas, was empty. Paris has one school.")
    assert {place.country for place in places(doc)} == {"USA"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The mayor of a town in Alabama spoke. The fire was in Birmingham.", "USA"),
        ("The English coach spoke. The fire was in Birmingham.", "GBR"),
        ("A fire broke out in Springfield.", "USA"),
    ],
)
def test_what_the_report_is_about_tells_namesakes_apart(parsed: Callable[..., Doc], text: str, country: str) -> None:
    assert places(parsed(text))[-1].country == country


@pytest.mark.parametrize(
    ("text", "known"),
    [("He was born in Piqua.", False), ("He was born in Piqua. His family left Ohio early.", True)],
)
def test_a_small_town_has_a_point_only_where_the_report_is_about_its_country(
    parsed: Callable[..., Doc], text: str, known: bool
) -> None:
    assert (places(parsed(text))[0].lat is not None) == known


def test_several_towns_of_one_name_have_no_point(parsed: Callable[..., Doc]) -> None:
    (place,) = places(parsed("A fire broke out in Springfield."))
    assert (place.name, place.lat, place.lon, place.geonames) == ("Springfield", None, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Georgian troops withdrew. Fighting went on in Georgia.", "GEO"),
        ("Storms hit Alabama and towns in Georgia.", "USA"),
        ("He was born in Georgia.", None),
    ],
)
def test_georgia_is_a_state_or_a_country(parsed: Callable[..., Doc], text: str, expected: str | None) -> None:
    assert [place.country for place in places(parsed(text)) if place.text == "Georgia"] == [expected]


def test_what_an_actor_is_called_is_no_place(parsed: Callable[..., Doc]) -> None:
    doc = parsed("The children were photographed in Florence.")
    assert len(places(doc)) == 1
    start = doc.article.text.index("Florence")
    person = Actor(id="a1", name="Florence", kind="person", mentions=((start, start + 8),))
    assert places(doc, person) == ()


def test_every_entry_says_who_made_it_and_why(parsed: Callable[..., Doc]) -> None:
    (place,) = places(parsed("They met in Hanoi."))
    assert place.by == "places.rules.v1" and place.why is not None and place.why.rule == "capital"
    assert (place.name, place.geonames) == ("Hanoi", "1581130")
    assert place.lat == pytest.approx(21.0245, abs=0.01) and place.lon == pytest.approx(105.8412, abs=0.01)


_PIECES = [
    "in",
    "Paris",
    ",",
    "Texas",
    "(",
    ")",
    "-",
    "the",
    "of",
    "Georgia",
    "’s",
    "\n",
    "D.C.",
    "ÉCOLE",
    "ﬁ",
    "said",
    "PARIS",
    "Washington",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=12), st.sampled_from(["", " "]))
def test_any_text_gives_exact_spans(nlp: Language, pieces: list[str], glue: str) -> None:
    doc = parse(Article(id="test", text=glue.join(pieces)), nlp)
    for place in places(doc):
        assert doc.article.text[place.span[0] : place.span[1]] == place.text != ""
