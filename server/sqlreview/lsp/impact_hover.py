"""What a statement locks, rewrites and reads, for the mouse on its first words."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.history import Entry, FileState
from sqlreview.impacts import StatementImpact, statement_impact
from sqlreview.locks import waiting
from sqlreview.review import Review
from sqlreview.sql.tokens import Tokens
from sqlreview.text import LineIndex, Span

_MOST_WORDS = 3
"""Words of a statement on which its impact is shown: ALTER TABLE, CREATE UNIQUE INDEX."""


def impact_at(review: Review, state: FileState, entry: Entry, offset: int) -> tuple[str, Span] | None:
    """The impact as Markdown, and the words it belongs to; None elsewhere and where no lock matters."""
    if not entry.done().steps or entry.down:
        return None
    head = _head(entry, review)
    if not head.start <= offset <= head.end:
        return None
    transaction = entry.done().origin.transaction
    members = [item for item in state.entries if not item.down and item.done().origin.transaction == transaction]
    impact = statement_impact(entry, members[: members.index(entry)], len(members) > 1, LineIndex(state.text))
    return "\n".join(_lines(impact, str(review.rules.engine))), head


def _head(entry: Entry, review: Review) -> Span:
    """The keywords a statement begins with."""
    tokens = Tokens(entry.statement.text[:200], review.rules.engine)
    stop = 1
    while stop < min(_MOST_WORDS, len(tokens)) and tokens.text(stop).isupper():
        stop += 1
    return tokens.span(0, min(max(stop, 2), len(tokens))).shifted(entry.start)


def _lines(impact: StatementImpact, engine: str) -> Iterator[str]:
    yield f"**Impact** ({engine}): {impact.explain}"
    yield ""
    for relation, mode in impact.locks.items():
        new = "" if relation in impact.live else " (created in this run, nobody waits)"
        if impact.online is not None and mode == "EXCLUSIVE METADATA" and relation not in _parents(impact):
            yield f"- ALGORITHM={impact.online.algorithm}, LOCK={impact.online.lock} on `{_name(relation)}`{new}"
            continue
        yield f"- {mode} on `{_name(relation)}`: {waiting(mode)}{new}"
    done = (
        (_remade(impact), impact.rewrites),
        ("reads all of", impact.scans),
        ("builds indexes of", impact.index_builds),
    )
    for verb, relations in done:
        if relations:
            yield f"- {verb} {', '.join(f'`{_name(relation)}`' for relation in relations)}"
    earlier = {relation: mode for relation, mode in impact.blocked.items() if relation not in impact.locks}
    for relation, mode in earlier.items():
        yield f"- meanwhile {mode} on `{_name(relation)}` is held since an earlier statement of the transaction"
    if not impact.transaction_allowed:
        yield "- must not run inside a transaction"
    for waited in impact.waits_for:
        yield f"- waits for {waited.replace('public.', '')}"
    for doubt in impact.unknown:
        yield f"- not known: {doubt}"


def _remade(impact: StatementImpact) -> str:
    if impact.online is None:
        return "rewrites"
    return "copies" if impact.online.copies else "rebuilds"


def _parents(impact: StatementImpact) -> set[str]:
    """The tables that MySQL locks for a foreign key and does not work on."""
    copies = impact.online is not None and impact.online.copies
    return set(impact.locks) - set(impact.rewrites) if copies else set()


def _name(relation: str) -> str:
    return relation.removeprefix("public.")
