"""Direct speech: each quotation is given the cue after it, before it, or the one it goes on with.

Works by position, because a parser often loses its way in long quotations; the tree only bounds names.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Token

from communique.parse import Doc, Quote
from communique.parse.tree import trimmed
from communique.statements.phrases import before_participle, cue_span, source_between, subject_of
from communique.statements.speech import Speech, fills_paragraph, find_dash, find_lead_in, with_openings
from communique.vocabulary import Span

_STOPS = frozenset(".!?;")
_TAIL_LIMIT = 45
_COMPLEMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "ccomp", "xcomp", "attr", "acomp", "ROOT", "oprd"})
_AROUND_NAMES = frozenset({"aux", "advmod", "neg", "punct", "auxpass"})
_WORD = re.compile(r"\w")
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s")
_ENDS_OPEN = re.compile(r"(?:[,?!—–…-]|\.\.)\W*$")

Speaks = Callable[[Token], bool]


def find_speech(doc: Doc, speaks: Speaks) -> tuple[list[Speech], list[Quote]]:
    """Every outer quotation that has a cue, in the order of the text, and the quotations that were left without one."""
    out: list[Speech] = []
    left: list[Quote] = []
    used: set[int] = set()
    quotes = [quote for quote in doc.quotes if quote.depth == 0]
    for at, quote in enumerate(quotes):
        floor = quotes[at - 1].span[1] if at else 0
        found = (
            _after(doc, quote, floor, speaks)
            or _before(doc, quote, floor, used, speaks)
            or find_lead_in(doc, quote, _lead(doc, quote, floor))
            or find_dash(doc, quote)
        )
        if found is not None and (found.verb is None or found.verb.i not in used):
            out.append(found)
            if found.verb is not None:
                used.add(found.verb.i)
        elif out and _goes_on(doc, quote, quotes[at - 1], out[-1]):
            out[-1] = replace(out[-1], content=(*out[-1].content, quote.span), end=max(out[-1].end, quote.span[1]))
        else:
            left.append(quote)
    return with_openings(doc, out, left)


def _goes_on(doc: Doc, quote: Quote, previous: Quote, last: Speech) -> bool:
    """Whether a quotation without a cue continues the last one: nothing but the cue's sentence lies between."""
    if quote.continues:
        return last.content[-1][1] == previous.span[1]
    crossed = doc.paragraph_at(quote.span[0]) - doc.paragraph_at(last.content[-1][1] - 1)
    if crossed > 1 or (crossed == 1 and not fills_paragraph(doc, quote)):
        return False
    if last.end <= quote.span[0]:
        between = doc.text((max(last.end, last.content[-1][1]), quote.span[0]))
        return not _WORD.search(between)
    return doc.text((last.content[-1][1], quote.span[0])).rstrip()[-1:] in {",", ":"} and quote.span[1] <= last.end + 2


def _tail(doc: Doc, quote: Quote) -> list[Token]:
    """Tokens after a quotation up to the end of its sentence or paragraph; what other quotation marks hold goes by."""
    stop = doc.paragraphs[doc.paragraph_at(quote.span[0])][1]
    first = doc.token_at(quote.span[1])
    out: list[Token] = []
    for i in range(first.i, min(len(doc.tokens), first.i + _TAIL_LIMIT)):
        token = doc.tokens[i]
        if token.idx < quote.span[1]:
            continue
        if token.idx >= stop or (token.text in _STOPS and _ends_sentence(doc, token)):
            break
        out.append(token)
    return out


def _ends_sentence(doc: Doc, stop: Token) -> bool:
    quote = doc.quote_at(stop.idx)
    return quote is None or quote.inner[1] - stop.idx <= 2


def _after(doc: Doc, quote: Quote, floor: int, speaks: Speaks) -> Speech | None:
    """`"...," X said` and `"...," said X`."""
    inner = doc.text(quote.inner)
    tail = _tail(doc, quote)
    if len(tail) < 2:
        return None
    if tail[0].text in {",", "—", "–", "-", "--"}:
        tail = tail[1:]
    elif not _ENDS_OPEN.search(inner) and not (inner.rstrip().endswith(".") and tail[0].text[:1].islower()):
        return None
    verb = next((token for token in tail if speaks(token)), None)
    if verb is None:
        return None
    lead = tail[: verb.i - tail[0].i]
    if any(
        t.text in {":", "that", "“", '"', "''"} for t in lead if t.head.i < verb.i - 30 or t.text != "that" or t.dep_ == "mark"
    ):
        return None
    if any(
        c.dep_ == "ccomp" and verb.i < c.i <= tail[-1].i and c.tag_ != "VBG" and doc.quote_at(c.idx) is None
        for c in verb.rights
    ):
        return None
    source = _source_first(lead, verb) if _has_noun(lead) else _source_last(tail, verb)
    if source is None:
        return None
    end = tail[-1].idx + len(tail[-1]) + 1
    return Speech(verb, source, cue_span(verb), (_widened(doc, quote, floor),), "quote-after", end)


def _has_noun(tokens: list[Token]) -> bool:
    return any(token.pos_ in {"NOUN", "PROPN", "PRON", "DET", "NUM"} for token in tokens)


def _source_first(lead: list[Token], verb: Token) -> Span | None:
    """The words between quotation and verb, as long as they look like one name with its appositions."""
    last = len(lead) - 1
    while last >= 0 and lead[last].text != ")" and (lead[last].dep_ in _AROUND_NAMES or lead[last].pos_ in {"ADV", "AUX"}):
        last -= 1
    first = 0
    while first <= last and (lead[first].is_punct or lead[first].pos_ in {"CCONJ", "ADV"}):
        first += 1
    if first > last:
        return None
    subject = subject_of(verb)
    finite = any(t.tag_ in {"VBD", "VBZ", "VBP"} and t.dep_ not in {"relcl", "aux", "auxpass"} for t in lead[first : last + 1])
    if (
        subject is not None
        and lead[first].i < subject.left_edge.i <= subject.i <= lead[last].i
        and (finite or lead[first].pos_ in {"ADP", "VERB"})
    ):
        return source_between(subject, verb)
    if finite or lead[first].pos_ not in {"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"}:
        return None
    return trimmed(lead[first], before_participle(lead[first], lead[last]))


def _source_last(tail: list[Token], verb: Token) -> Span | None:
    """`said X, a lawyer for Y, on Monday`: the noun after the verb."""
    limit = tail[-1]
    subject = next(
        (c for c in verb.rights if c.dep_ in {"nsubj", "dobj", "attr", "ccomp", "npadvmod"} and c.i <= limit.i), None
    )
    if (
        subject is not None
        and subject.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}
        and subject.left_edge.i == verb.i + 1
    ):
        last = subject.right_edge if subject.right_edge.i <= limit.i else limit
        return trimmed(verb.doc[verb.i + 1], last)
    words = [token for token in tail if token.i > verb.i]
    end = next((k for k, token in enumerate(words) if token.text in {",", "in", "on", "during", "at", "to"}), len(words))
    if not words[:end] or not _has_noun(words[:end]):
        return None
    return trimmed(words[0], words[end - 1])


def _before(doc: Doc, quote: Quote, floor: int, used: set[int], speaks: Speaks) -> Speech | None:
    """`X said: "..."`, `X said, "..."`, `X said that "..."`, `X said "..."`."""
    lead = _lead(doc, quote, floor)
    at = next((k for k in range(len(lead) - 1, -1, -1) if speaks(lead[k])), None)
    if at is None or lead[at].i in used:
        return None
    verb, between, mark = lead[at], lead[at + 1 :], lead[-1].text
    inner = doc.text(quote.inner).strip()
    if mark == ",":
        if len(between) > 14 or any(t.pos_ in {"VERB", "AUX"} or t.dep_ == "nsubj" for t in between):
            return None
    elif mark != ":":
        if not _whole(doc, quote) or len(between) > 8 or any(t.dep_ in _COMPLEMENTS for t in between[:-1]):
            return None
        if between and mark != "that" and (not inner[:1].isupper() or len(inner.split()) < 4):
            return None
    subject = subject_of(verb)
    source = source_between(subject, verb) if subject is not None else _name_before(lead[:at], verb)
    if source is None:
        return None
    return Speech(verb, source, cue_span(verb), (quote.span,), "quote-before", quote.span[1])


def _name_before(lead: list[Token], verb: Token) -> Span | None:
    """The words before a verb without a subject in the tree, behind `Speaking in Rome, `, if they look like a name."""
    if lead and lead[0].pos_ in {"VERB", "ADP"} and (comma := next((k for k, t in enumerate(lead) if t.text == ","), None)):
        lead = lead[comma + 1 :]
    if not lead or any(t.tag_ in {"VBD", "VBZ", "VBP", "IN"} and t.text != "of" and t.dep_ != "relcl" for t in lead[:2]):
        return None
    return _source_first(lead, verb) if _has_noun(lead) else None


def _lead(doc: Doc, quote: Quote, floor: int) -> list[Token]:
    """Tokens before a quotation, back to the sentence before it, the last quotation or the beginning of the paragraph."""
    start = max(floor, doc.paragraphs[doc.paragraph_at(quote.span[0])][0])
    if start >= quote.span[0]:
        return []
    lead = [token for token in doc.words((start, quote.span[0])) if start <= token.idx < quote.span[0]]
    while lead and lead[-1].is_space:
        lead.pop()
    cut = max((k for k, token in enumerate(lead) if token.text in _STOPS), default=-1)
    return lead[cut + 1 :]


def _whole(doc: Doc, quote: Quote) -> bool:
    """Whether a quotation is all that is said: its sentence does not go on behind it."""
    inner = doc.text(quote.inner).rstrip()
    following = doc.article.text[quote.span[1] : quote.span[1] + 2].lstrip(" ")
    return inner[-1:] in {".", "!", "?", ","} or following[:1] in {"", ".", ",", ";", "\n", "!", "?"}


def _widened(doc: Doc, quote: Quote, floor: int) -> Span:
    """A quotation with the unquoted beginning of its sentence: `But soon "he left," she says`."""
    start = max(floor, doc.paragraphs[doc.paragraph_at(quote.span[0])][0])
    before = doc.text((start, quote.span[0]))
    cut = max((m.end() for m in _SENTENCE_END.finditer(before)), default=0)
    lead = before[cut:]
    if floor and start == floor and cut == 0:
        return quote.span
    stripped = lead.strip()
    if not stripped or stripped[-1] in ":,":
        return quote.span
    return start + cut + len(lead) - len(lead.lstrip()), quote.span[1]
