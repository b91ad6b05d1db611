from __future__ import annotations

from communique.export.bargaining import across, by_party
from communique.types import Actor, Record


def test_by_party_orders_by_stance_then_text(lake_talks: Record) -> None:
    rows = [(row.party, [position.id for position in row.positions]) for row in by_party(lake_talks)]
    assert rows == [("Arland", ["p3", "p2"]), ("Borduria", ["p1"])]


def test_across_puts_the_same_party_into_one_row(build, lake_talks: Record) -> None:
    text = "Arland refused."
    same = Actor(id="a9", name="arland", kind="state")
    other = build.record(
        text, actors=(same,), positions=(build.position(1, "a9", "refuses", "opening the dam", "refused", text=text),)
    )
    rows = across([lake_talks, other])
    assert [(row.party, [len(cell) for cell in row.cells]) for row in rows] == [("Arland", [2, 1]), ("Borduria", [1, 0])]


def test_across_knows_states_by_country_and_people_by_wikidata(build) -> None:
    def one(actor: Actor) -> Record:
        return build.record(actors=(actor,), positions=(build.position(1, actor.id, "demands", "talks", "Talks"),))

    north = Actor(id="a1", name="North Korea", kind="state", country="PRK")
    dprk = Actor(id="a5", name="DPRK", kind="state", country="PRK")
    party = Actor(id="a2", name="Workers' Party", kind="organization", country="PRK")
    kim, leader = (Actor(id="a1", name=name, kind="person", wikidata="Q1") for name in ("Kim", "The leader"))
    assert len(across([one(north), one(dprk)])) == 1
    assert len(across([one(north), one(party)])) == 2
    assert len(across([one(kim), one(leader)])) == 1


def test_a_party_that_is_no_actor_is_shown_by_its_id(build) -> None:
    record = build.record(positions=(build.position(1, "a7", "demands", "talks", "Talks"),))
    assert by_party(record)[0].party == across([record])[0].party == "a7"
