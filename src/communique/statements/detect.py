"""Finds attributions by rules: quotations by position, verbs and nouns by their frames, "according to".

A model may replace this: `finish` needs nothing but `Found` entries.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from communique.parse import Doc, Quote
from communique.statements.according import find_according, find_reportedly, find_views, without_tellers
from communique.statements.cues import Cue, factor, is_another_verb, lemma_of, nouns, quoting, verbs
from communique.statements.endings import find_endings
from communique.statements.found import Found
from communique.statements.frames import frame_of
from communique.statements.headlines import find_headline, find_told
from communique.statements.labels import find_turns
from communique.statements.nesting import without_echoes
from communique.statements.nouns import noun_frame
from communique.statements.phrases import cue_span, lender, source_between, subject_of, with_quotes
from communique.statements.quotations import find_speech
from communique.statements.speech import Speech
from communique.statements.tweets import find_tweets
from communique.vocabulary import Span

# Below this, an attribution is more often wrong than it is worth; chosen on the dev parts of PolNeAR and of the whole reports.
THRESHOLD = 0.4
_QUOTE_CONFIDENCE = {"quote-after": 0.92, "quote-before": 0.84, "quote-label": 0.75, "quote-lead-in": 0.73, "quote-dash": 0.8}


def detect(doc: Doc) -> list[Found]:
    """Every attribution the rules see, in the order of the text. Nothing inside quotation marks is looked at."""
    speech, left = find_speech(doc, _quotes)
    used = {found.verb.i for found in speech if found.verb is not None}
    out = [_direct(found) for found in speech]
    out += [*find_according(doc), *find_views(doc)]
    out += find_reportedly(doc)
    margin = find_headline(doc)
    out = _without_scraps(out, margin)
    out += [*find_turns(doc), *margin, *find_tweets(doc)]
    out += (one for one in _framed(doc, used) if one.confidence >= THRESHOLD)
    out = _with_headline(out, find_told(doc))
    out += find_endings(doc, {token.idx for one in out if one.cue for token in doc.words(one.cue)})
    out = without_echoes(_without_repeats(without_tellers(doc, out)))
    out.sort(key=lambda found: (found.content[0][0], found.cue or (0, 0), found.rule))
    return _with_followers(doc, out, left)


def _with_headline(found: list[Found], told: Found | None) -> list[Found]:
    """A headline's own reading instead of what the tree makes of its verb and of the words before it."""
    if told is None or told.cue is None:
        return found
    end = told.content[0][1]
    if any(one.rule == "headline" or one.rule.startswith("headline-") for one in found):
        return found
    kept = [one for one in found if one.cue is None or one.cue[0] >= end or one.cue[0] > told.cue[1]]
    return [*kept, told]


def _without_scraps(found: list[Found], margin: list[Found]) -> list[Found]:
    """Leaves out what is less than the headline says: `Fleet 'near harbour' - Holm` is all Holm's."""
    cues = {one.cue for one in margin if one.rule == "headline-end"}
    return [one for one in found if one.cue not in cues]


def _quotes(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} and lemma_of(token.lemma_) in quoting()


def _direct(speech: Speech) -> Found:
    return Found(
        source=speech.source,
        cue=speech.cue,
        content=speech.content,
        rule=speech.rule,
        confidence=_QUOTE_CONFIDENCE[speech.rule],
    )


def _framed(doc: Doc, used: set[int]) -> list[Found]:
    """Attributions of cue verbs and cue nouns outside quotation marks, whatever their confidence."""
    tokens = list(_outside_quotes(doc))
    taken = set(used)
    out = []
    for token in tokens:
        if token.pos_ == "VERB" and token.i not in used and (cue := verbs().get(lemma_of(token.lemma_))) is not None:
            found = _of_verb(doc, token, cue)
            if found is not None:
                taken.add(token.i)
                out.append((lender(token), token, found))
    lending = {above.i for above, _, _ in out if above is not None}
    framed = [found for _, verb, found in out if verb.i not in lending]
    for token in tokens:
        if (
            token.pos_ in {"NOUN", "ADJ"}
            and doc.quote_at(token.idx) is None
            and token.head.i not in taken
            and (cue := nouns().get(token.lemma_.lower())) is not None
        ):
            noun = _of_noun(doc, token, cue)
            if noun is not None:
                framed.append(noun)
    return [found for found in framed if any(end > start for start, end in found.content)]


def _outside_quotes(doc: Doc) -> Iterator[Token]:
    quotes = [quote.span for quote in doc.quotes if quote.depth == 0 and not _is_cut_off(doc, quote)]
    at = 0
    for token in doc.tokens:
        while at < len(quotes) and quotes[at][1] <= token.idx:
            at += 1
        if at < len(quotes) and quotes[at][0] <= token.idx:
            continue
        yield token


def _is_cut_off(doc: Doc, quote: Quote) -> bool:
    """Whether another mark opens before this quotation was closed: then its cue may stand inside, behind what is said."""
    return not quote.closed and quote.span[1] < doc.paragraphs[doc.paragraph_at(quote.span[0])][1] - 1


def _of_verb(doc: Doc, verb: Token, cue: Cue) -> Found | None:
    frame = frame_of(verb)
    if frame is None or frame.name not in cue.frames or is_another_verb(verb):
        return None
    if frame.name != "clause-before" and doc.quote_at(verb.idx) is not None:
        return None
    lending = lender(verb)
    subject = frame.agent if frame.passive else subject_of(lending or verb)
    if subject is None and not frame.passive:
        return None
    own = cue_span(verb, frame.last)
    return Found(
        source=_before(source_between(subject, lending or verb), frame.content) if subject is not None else None,
        cue=(cue_span(lending)[0], own[1]) if lending is not None else own,
        content=tuple(with_quotes(doc, span) for span in frame.content),
        rule=frame.name,
        confidence=_confidence(cue.frames[frame.name], verb if lending is None else lending, subject, frame.name),
    )


def _before(source: Span, content: Sequence[Span]) -> Span:
    """A source without what is said, where the parser hangs that on it."""
    cut = min((start for start, _ in content if source[0] < start < source[1]), default=source[1] + 1)
    return source[0], min(source[1], cut - 1)


def _of_noun(doc: Doc, noun: Token, cue: Cue) -> Found | None:
    frame = noun_frame(noun)
    if frame is None or frame.name not in cue.frames:
        return None
    return Found(
        source=frame.source,
        cue=frame.cue,
        content=(with_quotes(doc, frame.content),),
        rule="noun-" + frame.name,
        confidence=cue.frames[frame.name],
    )


def _confidence(precision: float, verb: Token, subject: Token | None, frame: str) -> float:
    """The frame's precision, scaled by how often cues in such a place and with such a subject are right."""
    # What somebody calls a thing stands in a relative clause by nature (`what she called a trap`).
    value = precision * (factor("place", verb.dep_) if frame != "predicate" else 1.0)
    value *= factor("subject", subject.lower_ if subject is not None and subject.pos_ == "PRON" else "name")
    if any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.lefts):
        value *= factor("form", "modal")
    return round(min(value, 0.95), 2)


def _without_repeats(found: list[Found]) -> list[Found]:
    """Of two attributions of the same words to the same source, the surer one."""
    best: dict[tuple[Span | None, int], Found] = {}
    for one in found:
        key = one.source, max(end for _, end in one.content)
        if key not in best or best[key].confidence < one.confidence:
            best[key] = one
    return list(best.values())


def _with_followers(doc: Doc, found: list[Found], left: list[Quote]) -> list[Found]:
    """Gives whole-sentence quotations without a cue to the statement that ends right before them."""
    out = list(found)
    ends: dict[int, int] = {}
    for at, one in enumerate(out):
        ends.setdefault(max(end for _, end in one.content), at)
    for quote in left:
        before = _end_before(doc, quote)
        if before is None or not _is_sentence(doc, quote):
            continue
        last = next((ends[end] for end in (before, before - 1, before - 2) if end in ends), None)
        if last is None:
            continue
        out[last] = replace(out[last], content=(*out[last].content, quote.span))
        ends[quote.span[1]] = last
    return out


def _end_before(doc: Doc, quote: Quote) -> int | None:
    """Where the sentence right before a quotation ends, if that is in the same paragraph."""
    start = max(doc.paragraphs[doc.paragraph_at(quote.span[0])][0], quote.span[0] - 20)
    before = doc.text((start, quote.span[0])).rstrip()
    return start + len(before) if before[-1:] in {".", "!", "?", ":", '"', "”"} else None


def _is_sentence(doc: Doc, quote: Quote) -> bool:
    inner = doc.text(quote.inner).strip()
    return len(inner.split()) >= 3 and (inner[-1] in ".!?…,-—–" or not quote.closed) and not inner[0].islower()
