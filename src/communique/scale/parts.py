"""Files -> parts -> shards, the same on every machine, from beginning to end and without looking ahead.

A part is one file of many reports, or a run of loose files. A shard is a run of a part's reports: what is written at once.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from communique.scale.files import File, Meter, opened
from communique.scale.forms import items_of, kind_of
from communique.scale.items import Item, add_to_digest, fault

MAX_SHARD_BYTES = 64_000_000
_SEED = b"communique.sample.1"

Keep = Callable[[Item], bool]


@dataclass(frozen=True, slots=True)
class Part:
    """What is skipped as a whole when a run goes on, if its files are those that they were (name and size)."""

    number: int
    files: tuple[File, ...]

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files)

    @property
    def digest(self) -> str:
        return hashlib.sha256(
            repr([(file.name, file.size) for file in self.files]).encode("utf-8", "surrogatepass")
        ).hexdigest()


@dataclass(frozen=True, slots=True)
class ShardEnd:
    """Stands behind a shard's last item. `digest` is that of its items: places, forms and bytes."""

    name: str
    digest: str
    items: int


@dataclass(frozen=True, slots=True)
class PartEnd:
    """Stands behind a part's last shard."""

    number: int
    digest: str
    shards: int
    items: int


def parts_of(files: Iterable[File], shard_size: int) -> Iterator[Part]:
    """Parts in the order of files: each file of many reports by itself, loose ones up to `shard_size` together."""
    number, loose = 0, []
    for file in files:
        kind = kind_of(file.name)
        if kind is not None and kind.loose:
            loose.append(file)
        if loose and (len(loose) == shard_size or not (kind and kind.loose)):
            yield Part(number, tuple(loose))
            number, loose = number + 1, []
        if not (kind and kind.loose):
            yield Part(number, (file,))
            number += 1
    if loose:
        yield Part(number, tuple(loose))


def items_of_part(part: Part, max_chars: int, meter: Meter | None = None) -> Iterator[Item]:
    """Items of a part's files; a file that cannot be opened is a fault. Raises CommandError where reading breaks off."""
    for file in part.files:
        kind = kind_of(file.name)
        assert kind is not None
        try:
            stream = opened(file, meter)
        except OSError as error:
            yield fault(file.name, f"cannot be opened: {error.strerror or error}")
            continue
        with stream:
            yield from items_of(stream, file.name, max_chars, kind)


def sharded(part: Part, items: Iterable[Item], shard_size: int) -> Iterator[Item | ShardEnd | PartEnd]:
    """A part's items, with a ShardEnd behind each `shard_size` of them (or `MAX_SHARD_BYTES`), and the PartEnd."""
    shard, total, held, size, digest = 0, 0, 0, 0, hashlib.sha256()
    for item in items:
        if held and (held == shard_size or size + len(item.data) > MAX_SHARD_BYTES):
            yield ShardEnd(shard_name(part.number, shard), digest.hexdigest(), held)
            shard, held, size, digest = shard + 1, 0, 0, hashlib.sha256()
        add_to_digest(digest, item)
        held, total, size = held + 1, total + 1, size + len(item.data)
        yield item
    if held:
        yield ShardEnd(shard_name(part.number, shard), digest.hexdigest(), held)
    yield PartEnd(part.number, part.digest, shard + bool(held), total)


def shard_name(part: int, shard: int) -> str:
    """A name that sorts as the numbers do."""
    return f"{part:06}-{shard:05}"


def sample_of(parts: Iterable[Part], number: int, max_chars: int) -> Keep:
    """Which items to keep for `number` of the corpus: those whose places have the smallest digests, so that the sample is
    the same for any order of files. The corpus is read once for it; only `number` digests are held."""
    keys = (-_key(item) for part in parts for item in items_of_part(part, max_chars))
    kept: list[int] = []
    for key in keys:
        if len(kept) < number:
            heapq.heappush(kept, key)
        else:
            heapq.heappushpop(kept, key)
    chosen = {-key for key in kept}
    return lambda item: _key(item) in chosen


def limited(items: Iterable[Item], most: int | None, keep: Keep | None) -> Iterator[Item]:
    """The first `most` items of those that are to be kept."""
    return islice(filter(keep, items) if keep else iter(items), most)


def _key(item: Item) -> int:
    return int.from_bytes(
        hashlib.blake2b(item.source.encode("utf-8", "surrogatepass"), digest_size=12, key=_SEED).digest(), "big"
    )
