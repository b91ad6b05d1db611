"""Direct speech without a verb of saying: `Ode made it clear: "..."`, `Ode: "..."`, `And from Ode: "..."`, `"..." - Ode`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Token

from communique.parse import Doc, Quote
from communique.parse.tree import trimmed
from communique.statements.channels import names_channel
from communique.statements.phrases import cue_span, source_between, subject_of
from communique.vocabulary import Span

_DASH = re.compile(r"\s*([—–―-]{1,2})\s*(@\w{1,15}|[A-Z][^\n:;!?\"“”]{1,60}?)\.?\s*")
_HANDLE_OR_DAY = re.compile(r"\s*[,(]?\s*(?:@\w|[A-Z][a-z]{2,8}\.? \d{1,2}\b|\d{1,2} [A-Z][a-z]{2,8}\b|\d{4}\b)")
# What may stand before the name of a lead-in.
_LEAD = re.compile(
    r"(?:(?:and|but|now|here|then|also|next|finally|,|-|–|—)\s)*"
    r"(?:there\s(?:was|is|'s|’s)\s)?"
    r"(?:(?:this|here is this|these words|an? (?:message|statement|warning|response|comment)|word|more|reaction)?\s?"
    r"(?:(?:came|comes)\s)?from\s|in the words of\s)?",
    re.IGNORECASE,
)
_ANSWERS = frozenset(
    {"answer", "reply", "response", "verdict", "retort", "word", "advice", "motto", "point", "argument", "view"}
)
_LONGEST_DASH = 80
_LONGEST_LABEL = 10


@dataclass(frozen=True, slots=True)
class Speech:
    """A quotation with its cue. `verb` is the token of the cue; `end` is where the cue's own sentence ends."""

    verb: Token | None
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    rule: str
    end: int


def find_lead_in(doc: Doc, quote: Quote, lead: list[Token]) -> Speech | None:
    """A clause or a name that ends in a colon before a quotation. `lead` holds the tokens of its sentence before the mark."""
    if not lead or not lead[-1].text.endswith(":") or len(doc.text(quote.inner).split()) < 3:
        return None
    end = lead[-1].idx + len(lead[-1])
    colon = (end - 1, end)
    inside = range(lead[0].i, lead[-1].i + 1)
    top = (t for t in lead if t.pos_ in {"VERB", "AUX"} and (t.dep_ == "ROOT" or t.head.i not in inside))
    verb = next(top, None)
    if verb is None or _is_from(lead):
        source = _label(lead if lead[-1].text != ":" else lead[:-1])
        return Speech(None, source, colon, (quote.span,), "quote-label", quote.span[1]) if source is not None else None
    subject = subject_of(verb)
    if subject is not None and (names_channel(subject) or subject.lemma_.lower() in _ANSWERS):
        owner = next((c for c in subject.lefts if c.dep_ == "poss"), None)
        if owner is None or verb.lemma_ != "be":
            return None
        return Speech(
            None, source_between(owner, subject), (subject.idx, colon[1]), (quote.span,), "quote-lead-in", quote.span[1]
        )
    if subject is None or not (subject.pos_ == "PROPN" or subject.lower_ in {"he", "she", "they"} or subject.ent_type_):
        return None
    cue = (cue_span(verb)[0], colon[1])
    return Speech(verb, source_between(subject, verb), cue, (quote.span,), "quote-lead-in", quote.span[1])


def _is_from(tokens: list[Token]) -> bool:
    """`Then there was this from Ode:`."""
    lead = _LEAD.match(" ".join(token.text for token in tokens))
    return lead is not None and lead.group().lower().endswith("from ")


def _label(tokens: list[Token]) -> Span | None:
    """The name in `Ode:`, `Ode on Monday:` or `And from Ode:`."""
    words = [t for t in tokens if not t.is_space]
    lead = _LEAD.match(" ".join(t.text for t in words))
    named = lead is not None and lead.group() != "" and lead.group().split()[-1].lower() in {"from", "of"}
    words = words[len(lead.group().split()) if lead is not None else 0 :]
    words = words[: next((at for at, token in enumerate(words) if at and _is_occasion(token)), len(words))]
    if not words or len(words) > _LONGEST_LABEL or not (named or any(_is_name(t) for t in words)):
        return None
    if any(t.pos_ in {"VERB", "AUX"} for t in words) or not (named or words[0].text[:1].isupper() or words[0].text[:1] == "@"):
        return None
    start, end = trimmed(words[0], words[-1])
    text = words[0].doc.text[start:end]
    return _without_date((start, end - text.endswith(":")), text.rstrip(":"))


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.ent_type_ in {"PERSON", "ORG"} or token.text[:1] == "@"


def _is_occasion(token: Token) -> bool:
    """`on` in `Ode on Monday`, `Ode, on the talks`; not in the name of a body: `Committee on Fisheries`."""
    return token.lower_ in {"on", "about", "after", "during", "regarding"} and token.ent_type_ != "ORG"


def find_dash(doc: Doc, quote: Quote) -> Speech | None:
    """A name behind a dash that ends the quotation's paragraph, or that is the whole next one."""
    at = doc.paragraph_at(quote.span[0])
    end = doc.paragraphs[at][1]
    if quote.span[1] >= end - 1 and at + 1 < len(doc.paragraphs):
        end = doc.paragraphs[at + 1][1]
    if end - quote.span[1] > _LONGEST_DASH:
        return None
    match = _DASH.fullmatch(doc.article.text, quote.span[1], end)
    if match is None or not any(token.pos_ == "PROPN" for token in doc.words(match.span(2))):
        return None
    return Speech(None, _without_date(match.span(2), match.group(2)), match.span(1), (quote.span,), "quote-dash", end)


def _without_date(span: Span, name: str) -> Span:
    """A signature without the handle and the day behind it: `Maria Ode (@ode), May 3`."""
    mark = _HANDLE_OR_DAY.search(name)
    return (span[0], span[0] + mark.start()) if mark is not None and mark.start() else span


def fills_paragraph(doc: Doc, quote: Quote) -> bool:
    """Whether a quotation is all of its paragraph."""
    start, end = doc.paragraphs[doc.paragraph_at(quote.span[0])]
    return quote.span[0] == start and quote.span[1] == end


def with_openings(doc: Doc, speech: list[Speech], left: list[Quote]) -> tuple[list[Speech], list[Quote]]:
    """A paragraph that is one quotation, without a cue, opens the speech that the next paragraph goes on with.

    Not behind a paragraph that quotes too: then it may go on with that.
    """
    begins = {
        doc.paragraphs[doc.paragraph_at(one.content[0][0])][0]: at for at, one in enumerate(speech) if one.rule == "quote-after"
    }
    quoted = {doc.paragraph_at(span[0]) for one in speech for span in one.content}
    out, rest = list(speech), []
    for quote in reversed(left):
        following = doc.paragraph_at(quote.span[0]) + 1
        start = doc.paragraphs[following][0] if following < len(doc.paragraphs) else -1
        at = begins.get(start)
        if at is None or out[at].content[0][0] != start or not fills_paragraph(doc, quote) or following - 2 in quoted:
            rest.append(quote)
            continue
        out[at] = replace(out[at], content=(quote.span, *out[at].content))
        begins[doc.paragraphs[following - 1][0]] = at
    return out, rest[::-1]
