"""Finds attributions by rules: quotations by position, verbs by their frames, "according to". A model may replace this."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from communique.parse import Doc
from communique.statements.according import find_according
from communique.statements.cues import lemma_of, quoting, verbs
from communique.statements.found import Found
from communique.statements.frames import frame_of
from communique.statements.phrases import cue_span, source_between, subject_of, with_quotes
from communique.statements.quotations import Speech, find_speech

_QUOTE_CONFIDENCE = {"quote-after": 0.9, "quote-before": 0.85}


def detect(doc: Doc) -> list[Found]:
    """Every attribution the rules see, in the order of the text. Nothing inside quotation marks is looked at."""
    speech = find_speech(doc, _quotes)
    used = {found.verb.i for found in speech if found.verb is not None}
    out = [_direct(found) for found in speech]
    out += (found for verb in _outside_quotes(doc) if verb.i not in used and (found := _framed(doc, verb)))
    out += find_according(doc)
    return sorted(out, key=lambda found: (found.content[0][0], found.cue or (0, 0), found.rule))


def _quotes(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} and lemma_of(token.lemma_) in quoting()


def _direct(speech: Speech) -> Found:
    cue = verbs().get(lemma_of(speech.verb.lemma_)) if speech.verb is not None else None
    return Found(
        source=speech.source,
        cue=speech.cue,
        content=speech.content,
        rule=speech.rule,
        confidence=_QUOTE_CONFIDENCE[speech.rule],
        manner=cue.manner if cue else "say",
        channel=cue.channel if cue else None,
    )


def _outside_quotes(doc: Doc) -> Iterator[Token]:
    quotes = [quote.span for quote in doc.quotes if quote.depth == 0]
    at = 0
    for token in doc.tokens:
        while at < len(quotes) and quotes[at][1] <= token.idx:
            at += 1
        if at < len(quotes) and quotes[at][0] <= token.idx:
            continue
        if token.pos_ == "VERB":
            yield token


def _framed(doc: Doc, verb: Token) -> Found | None:
    cue = verbs().get(lemma_of(verb.lemma_))
    if cue is None:
        return None
    frame = frame_of(verb)
    if frame is None or frame.name not in cue.frames:
        return None
    subject = frame.agent if frame.passive else subject_of(verb)
    if subject is None and not frame.passive:
        return None
    return Found(
        source=source_between(subject, verb) if subject is not None else None,
        cue=cue_span(verb, frame.last),
        content=tuple(with_quotes(doc, span) for span in frame.content),
        rule=frame.name,
        confidence=cue.frames[frame.name],
        manner=cue.manner,
        channel=cue.channel,
    )
