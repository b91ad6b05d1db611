"""The library's front door: a reader with its options, and `read` for one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from spacy.language import Language

from communique.errors import CommuniqueError, ReadError
from communique.models.language import load_language
from communique.pipeline import STAGES, Step, choose_stages, run, with_knowledge
from communique.read import DEFAULT_MAX_CHARS, article_from_text, checked_day, read_source
from communique.threshold import checked_confidence
from communique.types import Article, Record


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads reports into records. Make one with `communique.load`; it is cheap to keep and safe to pickle for workers.

    Attributes:
        stages: the rows of the table of stages that run.
        explain: whether entries keep `why`: the rule and the words that led to them.
        max_chars: longest text that is read, in characters; a longer one is refused, never cut.
        min_confidence: statements, events and positions less sure than this are left out (`communique.threshold`).
        kb: a knowledge file of the user's own (`communique kb import`), which beats ours.
    """

    nlp: Language = field(repr=False)
    stages: tuple[Step, ...] = STAGES
    explain: bool = False
    max_chars: int = DEFAULT_MAX_CHARS
    min_confidence: float = 0.0
    kb: Path | None = None

    def __post_init__(self) -> None:
        """Raises OptionError where `min_confidence` is not between 0 and 1, ReadError where the knowledge file has a fault."""
        checked_confidence(self.min_confidence)
        self._rows()

    def _rows(self) -> Sequence[Step]:
        return with_knowledge(self.stages, self.kb) if self.kb is not None else self.stages

    def read(
        self,
        text: str,
        *,
        published: str | None = None,
        publisher: str | None = None,
        title: str | None = None,
        url: str | None = None,
        id: str | None = None,
    ) -> Record:
        """The record of one text.

        Args:
            text: the report, plain; `record.article.text` is this text verbatim, and all offsets are code points in it.
            published: ISO date of publication ("2019-02-28"); relative dates stay unresolved without it.
            publisher, title, url, id: what is known about the report; the id defaults to a digest of the text.

        Raises:
            OptionError: `published` is not a date.
            ReadError: the text is empty, too long, or not text (NUL bytes, unpaired surrogates).
            StageError: a stage failed; it names stage and article.
        """
        article = article_from_text(
            text, published=published, publisher=publisher, title=title, url=url, id=id, max_chars=self.max_chars
        )
        return self.read_article(article)

    def read_article(self, article: Article) -> Record:
        """The record of an article that was read before (`communique.read.read_source`)."""
        return run(article, self.nlp, stages=self._rows(), explain=self.explain, min_confidence=self.min_confidence)

    def read_source(
        self, source: str, *, published: str | None = None, publisher: str | None = None
    ) -> Iterator[Record | CommuniqueError]:
        """Records of all reports in a source: a file, a folder, `-` or an http(s) URL. What fails is yielded, not raised.

        `published` and `publisher` stand in where a report does not say. Raises OptionError where `published` is not a date.
        """
        published = checked_day(published)
        for found in read_source(source, max_chars=self.max_chars):
            if isinstance(found, ReadError):
                yield found
                continue
            known = replace(found, published=found.published or published, publisher=found.publisher or publisher)
            try:
                yield self.read_article(known)
            except CommuniqueError as error:
                yield error

    def read_all(self, texts: Iterable[str]) -> Iterator[Record]:
        """Records of several texts, in their order; each is what `read` gives for it alone."""
        return (self.read(text) for text in texts)


def load(
    *,
    stages: Sequence[str] | None = None,
    explain: bool = False,
    model: str = "learned",
    language_model: str | None = None,
    max_chars: int = DEFAULT_MAX_CHARS,
    min_confidence: float = 0.0,
    kb: str | Path | None = None,
) -> Reader:
    """A reader with options.

    Args:
        stages: names of stages to run (`communique.pipeline.STAGES`); all by default.
        explain: keep on every entry which rule or model and which words led to it.
        model: "learned": with the trained model, of stages that have one (statements); or "rules": without, and faster.
        language_model: a spaCy pipeline by name; by default `en_core_web_sm` or its re-upload on the package index.
        max_chars: longest text to read, in characters.
        min_confidence: leave out statements, events and positions less sure than this, from 0 to 1.
        kb: a knowledge file of your own (`communique kb import` makes one); what it says of a name beats what ours says.

    Raises:
        OptionError: there is no stage or model of that name, or `min_confidence` is not between 0 and 1.
        ModelError: a model is missing or is not the pinned one.
        ReadError: the knowledge file has a fault; it names the line.
    """
    chosen, least = choose_stages(stages, model=model), checked_confidence(min_confidence)
    return Reader(load_language(language_model), chosen, explain, max_chars, least, Path(kb) if kb is not None else None)


@cache
def _default_reader() -> Reader:
    return load()


def read(
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
    min_confidence: float = 0.0,
) -> Record:
    """The record of one report, with all stages. Arguments, offsets and errors are those of `Reader.read` and of `load`.

    The language model is loaded at the first call and kept.
    """
    return replace(_default_reader(), min_confidence=min_confidence).read(
        text, published=published, publisher=publisher, title=title, url=url, id=id
    )
