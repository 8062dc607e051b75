"""Files and a configuration to reviews: which files share a schema, and what their findings are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from sqlreview.config import Config
from sqlreview.differences import Difference, difference_of
from sqlreview.findings import Fix, FollowUp
from sqlreview.follow_ups import Change, Migrations, new_files
from sqlreview.history import FileState
from sqlreview.kept_comments import with_comments_kept
from sqlreview.migrations.conventions import PLAIN
from sqlreview.migrations.layout import Group, groups_of
from sqlreview.migrations.next_files import NewFile
from sqlreview.migrations.plan import Plan, tool_may_change
from sqlreview.migrations.project import SourceFile, natural_key
from sqlreview.migrations.undoing import UNDONE_INSIDE, without_undo
from sqlreview.moves import Surroundings, change_of
from sqlreview.path_patterns import is_called
from sqlreview.placement import Lines, not_analysed_in, reported
from sqlreview.report import ForeignFile, NotAnalysed, Report, ReportedFinding
from sqlreview.review import PlacedFinding, Review
from sqlreview.ruleset import RuleSet
from sqlreview.schema import Catalog
from sqlreview.silence import Silence, silence_of, suppressions_in
from sqlreview.sql.engines import Engine
from sqlreview.suppressions import NOTHING, Suppressions
from sqlreview.text import Span

_file_serials = count(-2, -1)


def rules_of_config(config: Config) -> RuleSet:
    """The rules a configuration switches on, ready to run."""
    return config.rule_set()


class Project:
    """The reviews of some files under one configuration."""

    def __init__(
        self,
        files: Sequence[SourceFile],
        config: Config,
        *,
        schema_sql: str | None = None,
        rules: RuleSet | None = None,
        groups: Sequence[Group] | None = None,
    ) -> None:
        self.config = config
        self.rules = rules or rules_of_config(config)
        self.schema_sql = schema_sql
        self.reviews: dict[str, Review] = {}
        self.by_path: dict[str, Review] = {}
        self._readers: dict[str, list[str]] = {}
        self._suppressions: dict[str, tuple[str, Suppressions]] = {}
        self.is_outdated = False
        """Whether an edit made a folder look like that of another tool, so that only a new project reads it right."""
        self._migrations: dict[Review, Migrations] = {}
        self._surroundings: dict[int, Surroundings] = {}
        self.fresh: frozenset[str] = frozenset()
        """Files that were written a moment ago, so that what stands before them has not been applied."""
        self.groups = groups_of(files, config, rules.engine if rules else None) if groups is None else tuple(groups)
        self._others: dict[str, list[Review]] = {}
        """For a file with SQL of several engines the reviews beside the one that speaks for it."""
        self._runs: dict[str, int] = {}
        for group in self.groups:
            self._build(group)

    def _build(self, group: Group) -> None:
        base: Catalog | None = None
        if group.schema is not None:
            self._readers.setdefault(group.schema, []).append(group.name)
            base = self._base_of(group, group.schema)
        engine = group.engine or self.rules.engine
        rules = self._rules_for(engine)
        states = list(self._states(group, engine))
        is_reviewed = not group.down and not group.is_base
        if is_reviewed:
            self._give_own_rules(states, engine)
        review = Review(rules if is_reviewed else RuleSet((), engine), states, base)
        self.reviews[group.name] = review
        path = group.files[0].path if group.embedding is not None else ""
        if path in self.by_path:  # another view of the file
            self._others.setdefault(path, []).append(review)
            return
        self.by_path.update(dict.fromkeys((state.path for state in states), review))

    def _base_of(self, group: Group, schema: str) -> Catalog:
        """What a group starts from: where another one ends, or where an example stands that is told beside it."""
        history = self.reviews[schema].history
        if group.embedding is None or not group.embedding.aside or group.embedding.stretch is None:
            return history.final
        return history.catalog_before(group.files[0].path, group.embedding.stretch.start)

    def group_of(self, path: str) -> Group:
        """The group a file belongs to."""
        review = self.by_path[path]
        return next(group for group in self.groups if self.reviews[group.name] is review)

    def _rules_for(self, engine: Engine) -> RuleSet:
        """The rules for files of one engine."""
        return self.rules if engine == self.rules.engine else self.config.rule_set(engine)

    def _give_own_rules(self, states: Sequence[FileState], engine: Engine) -> None:
        """Gives the files for which the configuration has overrides rules of their own."""
        for state in states:
            settings = self.config.at(state.path)
            if settings is not self.config:
                state.rules = settings.rule_set(engine)
            if state.embedding is not None:
                from sqlreview.hosted import rules_inside

                state.rules = rules_inside(state.rules or self._rules_for(engine), state.place, state.embedding)

    def _states(self, group: Group, engine: Engine) -> Iterator[FileState]:
        config = self.config.at(group.files[0].path) if group.files else self.config
        run = next(_file_serials)
        if group.embedding is not None:  # what one design of a document makes is as new in the next one
            run = self._runs.setdefault(group.files[0].path, run)
        if self.schema_sql is not None:
            schema = SourceFile("<schema>", self.schema_sql)
            yield FileState(schema.path, schema.text, run, run, True, False, Plan(PLAIN, schema, engine))
        released = config.released is not None and any(
            is_called(config.relative(file.path), config.released) for file in group.files
        )
        tool = group.convention.id
        lacking = without_undo(tool, group.paths)
        for file in group.files:
            serial = next(_file_serials)
            shares_run = group.embedding is not None or (config.released is not None and not released)
            file_run = run if shares_run else serial
            wrapped = self.config.at(file.path).assume_in_transaction
            plan = Plan(group.convention_for(file.path), file, engine, wrapped, group.is_set)
            reviewed = not released and not group.is_base and not group.foreign
            plans = None if group.foreign else plan
            state = FileState(file.path, file.text, serial, file_run, not reviewed, reviewed, plans)
            state.place = self.config.place_of(file.path)
            state.embedding = group.embedding
            state.undo = "missing" if file.path in lacking else "inside" if tool in UNDONE_INSIDE else ""
            yield state
            if released and is_called(config.relative(file.path), config.released or ""):
                released = False

    def edit(self, path: str, start: int, end: int, inserted: str) -> None:
        """Replaces characters of a file and brings the findings of all files up to date."""
        review = self.by_path[path]
        if review.history.by_path[path].embedding is not None:
            self._edit_around(path, start, end, inserted)
            return
        self._edit(review, path, start, end, inserted)

    def _edit_around(self, path: str, start: int, end: int, inserted: str) -> None:
        """An edit of a document or program, after which its SQL may stand elsewhere."""
        from sqlreview.hosted import edits_inside

        reviews = self.reviews_of(path)
        states = [review.history.by_path[path] for review in reviews]
        written = states[0].written
        found = edits_inside(states, written[:start] + inserted + written[end:], self.config)
        for review, edit in zip(reviews, found.edits, strict=True):
            self._edit(review, path, *edit)
        self.is_outdated |= found.needs_anew

    def _edit(self, review: Review, path: str, start: int, end: int, inserted: str) -> None:
        self._migrations.pop(review, None)
        self._surroundings.clear()
        before = review.history.by_path[path].text
        difference = review.edit(path, start, end, inserted)
        self._carry(next(name for name, candidate in self.reviews.items() if candidate is review), difference)
        if tool_may_change(before, review.history.by_path[path].text, start, end, len(inserted)):
            group = self.group_of(path)
            texts = {other: self.by_path[other].history.by_path[other].text for other in group.paths}
            self.is_outdated = not group.still_fits(texts)

    def _carry(self, name: str, difference: Difference) -> None:
        """Tells the groups that start from a group how its final schema changed."""
        for reader in self._readers.get(name, ()):
            review = self.reviews[reader]
            file = review.history.files[0] if review.history.files else None
            if file is not None and file.embedding is not None and file.embedding.aside and file.embedding.stretch:
                before = self.reviews[name].history.catalog_before(file.path, file.embedding.stretch.start)
                moved = difference_of(review.history.base, before.objects)
                if moved:
                    review.rebase(moved)
            else:
                self._carry(reader, review.rebase(Difference(difference)))

    def be_patient(self, statements: int) -> None:
        """From that many statements on, edits leave what concerns whole files and the whole schema to `catch_up`."""
        for review in self.reviews.values():
            review.patience = statements

    @property
    def is_behind(self) -> bool:
        """Whether `catch_up` has something to do."""
        return any(review.is_behind for review in self.reviews.values())

    def catch_up(self) -> None:
        """Checks what edits left."""
        for review in self.reviews.values():
            review.catch_up()

    def files(self) -> Iterator[tuple[Review, FileState]]:
        """Every reviewed file, by path; one with SQL of several engines once for each."""
        for path in sorted(self.by_path, key=natural_key):
            for review in self.reviews_of(path):
                file = review.history.by_path[path]
                if file.reviewed:
                    yield review, file

    def reviews_of(self, path: str) -> tuple[Review, ...]:
        """The reviews of a file, several for one with SQL of several engines."""
        return (self.by_path[path], *self._others.get(path, ()))

    def findings_of(self, path: str, within: Span | None = None) -> Iterator[PlacedFinding]:
        """The findings in a file, or on the statements that touch a range, that no comment silences, by position."""
        if self.by_path[path].history.by_path[path].embedding is None:
            yield from self.silence_of(path).heard(self.by_path[path].findings_of(path, within), within)
            return
        for item in self._shown_in(path):
            if within is None or (item.entry.start <= within.end and within.start <= item.entry.end):
                yield item

    def _shown_in(self, path: str) -> list[PlacedFinding]:
        """The findings in a document or program that no comment silences in any view of it, by position."""
        reviews = self.reviews_of(path)
        silences = [self.silence_of(path, review) for review in reviews]
        found = [
            item
            for review, silence in zip(reviews, silences, strict=True)
            for item in silence.heard(review.findings_of(path))
            if not any(other.suppressions.covers(item.finding.rule, item.span) for other in silences)
        ]
        found.sort(key=lambda item: (item.span, item.finding.rule))
        file = reviews[0].history.by_path[path]
        if file.embedding is None or file.embedding.host != "markdown":
            return found
        from sqlreview.twins import without_echoes

        return without_echoes(file.written, found)

    def silence_of(self, path: str, review: Review | None = None) -> Silence:
        """What the comments of a file silence."""
        review = review or self.by_path[path]
        return silence_of(review, review.history.by_path[path], self.config.heeds_comments)

    def _suppressions_in(self, file: FileState) -> Suppressions:
        """The suppressions of a file, worked out again when its text has changed."""
        text, known = self._suppressions.get(file.path, ("", NOTHING))
        if text is not file.text:
            known = suppressions_in(file, self.by_path[file.path].rules.engine)
            self._suppressions[file.path] = file.text, known
        return known

    def change_of(self, placed: PlacedFinding, fix: Fix) -> Change | None:
        """Everything a fix does to the files of the project; None where it cannot be applied."""
        looks_around = fix.migrations or fix.unwraps or fix.undo
        change = change_of(placed, fix, self.surroundings_of(placed.file) if looks_around else Surroundings(None))
        if change is not None and placed.file.embedding is not None:
            from sqlreview.hosted import with_edits_inside

            change = with_edits_inside(change, placed.file.embedding)
        return change and with_comments_kept(change, placed, self._suppressions_in(placed.file))

    def changes_of(self, placed: PlacedFinding) -> list[Change]:
        """What the fixes of a finding do, the best first: a migration that has been applied is left as it is."""
        found = [change for fix in placed.finding.fixes if (change := self.change_of(placed, fix)) is not None]
        may_follow = any(change.files and not change.edits for change in found)
        if may_follow and not self.surroundings_of(placed.file).is_new:
            found.sort(key=lambda change: bool(change.edits))
        return found

    def new_files(self, path: str, steps: Sequence[FollowUp]) -> tuple[NewFile, ...] | None:
        """The files of migrations that follow those of a file; None where the tool's naming is unknown."""
        return new_files(steps, self._migrations_of(self.by_path[path].history.by_path[path]))

    def surroundings_of(self, file: FileState) -> Surroundings:
        """What the changes of a file depend on beside it."""
        if file.serial not in self._surroundings:
            self._surroundings[file.serial] = self._look_around(file)
        return self._surroundings[file.serial]

    def _look_around(self, file: FileState) -> Surroundings:
        files = next(one.history.files for one in self.reviews_of(file.path) if file in one.history.files)
        after = files[files.index(file) + 1 :]
        newer = (other for other in reversed(after) if not _is_repeatable(other.path) and other.path not in self.fresh)
        is_new = self.config.at(file.path).released is not None or next(newer, None) is None
        later = (other for other in after if is_new and not _is_repeatable(other.path))
        migrations = self._migrations_of(file)
        undoing = migrations.undoing(file.path) if is_new else ()
        reviews = ((path, self.by_path[path]) for path in undoing if path in self.by_path)
        states = (review.history.by_path[path] for path, review in reviews if review is not self.by_path[file.path])
        return Surroundings(migrations, tuple(later), tuple(states), is_new)

    def _migrations_of(self, file: FileState) -> Migrations:
        review = self.by_path[file.path]
        if review not in self._migrations:
            group = self.group_of(file.path)
            texts = {other.path: other.text for other in review.history.files}
            assumed = self.config.at(file.path).assume_in_transaction
            tool = group.convention_for(file.path).id
            self._migrations[review] = Migrations(tool, group.paths, texts, review.rules.engine, assumed)
        return self._migrations[review]

    def report(self) -> Report:
        """Everything that was found in all files."""
        findings: list[ReportedFinding] = []
        not_analysed: list[NotAnalysed] = []
        statements = files = silenced = 0
        shown: tuple[str, list[PlacedFinding]] = ("", [])
        lines = Lines(lambda path: self.by_path[path].history.by_path[path])
        for review, file in self.files():
            files += file.embedding is None or file.embedding.is_main
            statements += len(file.entries)
            not_analysed += not_analysed_in(file, lines.of(file.path))
            silence = self.silence_of(file.path, review)
            silenced += silence.count
            if file.embedding is None:
                heard = list(silence.heard(review.findings_of(file.path)))
            else:
                shown = shown if shown[0] == file.path else (file.path, self._shown_in(file.path))
                heard = [placed for placed in shown[1] if placed.file is file]
            findings += (reported(placed, review, self.changes_of(placed), lines) for placed in heard)
        if self._others:
            findings.sort(key=lambda found: (natural_key(found.path), found.range.start.offset, found.rule))
        notes = [note for group in self.groups for note in group.notes]
        foreign = [ForeignFile(group.name, group.foreign) for group in self.groups if group.foreign]
        return Report(
            tuple(findings),
            files,
            statements,
            tuple(not_analysed),
            silenced=silenced,
            notes=tuple(sorted(notes, key=lambda note: natural_key(note.path))),
            foreign=tuple(sorted(foreign, key=lambda file: natural_key(file.path))),
        )


def _is_repeatable(path: str) -> bool:
    """Whether Flyway runs the file again, after all others, whenever it has changed."""
    return path.startswith("R__") or "/R__" in path
