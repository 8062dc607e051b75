"""The files of a project as ordered groups: one schema each, with its engine and its migration tool."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlreview.migrations.choices import Choices
from sqlreview.migrations.conventions import PLAIN
from sqlreview.migrations.conventions.convention import Convention, Folder, Note, is_golden
from sqlreview.migrations.conventions.plain import DUMP, HABITS, QUERIES
from sqlreview.migrations.detection import Claim, claim_on, claims_on
from sqlreview.migrations.engine_detection import Detected, contrary_files, detected_engine
from sqlreview.migrations.folders import folders_of
from sqlreview.migrations.products import Products, telling_paths
from sqlreview.migrations.queries import holds_only_queries, nearest_schema, query_loader_of
from sqlreview.migrations.schema_base import Contents, applied_to, contents_of
from sqlreview.migrations.sources import CQL, SourceFile
from sqlreview.sql.engines import Engine
from sqlreview.sql.foreign import CASSANDRA, foreign_dialect_of
from sqlreview.sql.hosts import host_of

if TYPE_CHECKING:
    from sqlreview.migrations.embedded import Embedding


@dataclass(frozen=True, slots=True)
class Group:
    """Files that share a schema."""

    name: str
    files: tuple[SourceFile, ...]
    """In the order the tool runs them."""
    schema: str | None = None
    """The group whose final schema they start from: that of queries, or a dump."""
    down: bool = False
    """Whether it is no part of a history, as a file that undoes a migration: it is read alone and without rules."""
    engine: Engine | None = None
    """What the files are written for; None for the engine of the configuration."""
    engine_reason: str = ""
    """What told the engine; empty where the configuration did, or nothing."""
    convention: Convention = PLAIN
    """The tool that runs the files."""
    convention_reason: str = ""
    """What told the tool; empty where the configuration did, or nothing."""
    own: tuple[tuple[str, Convention], ...] = ()
    """Files that another tool runs, by path."""
    folder: Folder | None = None
    """The files it was made of, with those that are no part of the history."""
    notes: tuple[Note, ...] = ()
    """What the tool would refuse or misread."""
    foreign: str | None = None
    """The product, one that is not reviewed, that its file is written for."""
    is_set: bool = False
    """Whether the configuration names the tool."""
    is_base: bool = False
    """Whether it is a dump that others start from: it is folded, but not reviewed."""
    embedding: Embedding | None = None
    """For a document or a program: how the SQL stands in it; its file has the text in which all else is blank."""

    @property
    def paths(self) -> tuple[str, ...]:
        """All files of the folder by name, with those that are no part of the history."""
        return tuple(file.path for file in (self.folder.files if self.folder else self.files))

    def still_fits(self, texts: Mapping[str, str]) -> bool:
        """Whether the files would be laid out alike with these texts by path."""
        if self.folder is None or self.is_set:
            return True
        files = tuple(replace(file, text=texts.get(file.path, file.text)) for file in self.folder.files)
        claim = claim_on(Folder(self.folder.path, files))
        is_alike = claim.convention is self.convention or (self.convention is QUERIES and claim.convention in HABITS)
        return is_alike and claim.own == self.own

    def convention_for(self, path: str) -> Convention:
        """The tool that runs one of its files."""
        return next((tool for other, tool in self.own if other == path), self.convention)


@dataclass(frozen=True, slots=True)
class _Settled:
    """A folder with its engine, its tool and the order of its files."""

    name: str
    folder: Folder
    engine: Engine
    engine_reason: str
    claim: Claim
    ups: tuple[SourceFile, ...]
    others: tuple[SourceFile, ...]
    """Files that are no part of the history."""
    are_queries: bool
    foreign: tuple[Group, ...] = ()
    base: str | None = None
    """The group of the dump it starts from."""


def groups_of(files: Sequence[SourceFile], config: Choices, engine: Engine | None = None) -> tuple[Group, ...]:
    """Which files share a schema, those that others start from first; `engine` forbids to detect one."""
    hosts = [file for file in files if host_of(file.path)]
    if hosts:
        sql = groups_of([file for file in files if not host_of(file.path)], config, engine)
        return (*sql, *_embedded(hosts, sql, config, engine))
    products = None if engine else Products(files)
    dump = _dump_among(files, config)
    rest = [file for file in files if file is not dump] if dump else files
    parts = [part for folder in folders_of(rest) for part in _by_configured_engine(folder, config)]
    pending = [_without_foreign(folder, config, products) for folder in parts]
    claims = claims_on([folder for folder, _ in pending], config.convention_for)
    names: set[str] = set()
    folders: list[_Settled] = []
    for (folder, foreign), claim in zip(pending, claims, strict=True):
        found = _engine_of(folder, config, engine, products)
        notes = _contradiction(folder, config, found) if products else ()
        folders.append(_settled(folder, replace(claim, notes=(*claim.notes, *notes)), found, foreign, names))
    base, folders = _with_base(dump, folders, config, engine) if dump else ((), folders)
    schemas = [one for one in folders if one.ups and not one.are_queries]
    queries = [one for one in folders if one.ups and one.are_queries]
    return (
        *base,
        *(_group(one, one.base) for one in schemas),
        *(_group(one, _schema_of(one, schemas) or one.base) for one in queries),
        *(group for one in folders for group in _left_out(one)),
    )


def _embedded(
    files: Sequence[SourceFile], others: Sequence[Group], config: Choices, engine: Engine | None
) -> Iterator[Group]:
    """Documents and programs, each alone for each of its engines, on the schema that migrations lead to."""
    from sqlreview.migrations.embedded import Surrounding, convention_of_view, schema_for, views_of

    histories = [group for group in others if not group.down and not group.foreign and group.convention is not QUERIES]
    schemas = {group.name: Surrounding(group.engine or config.engine, group.files) for group in histories}
    for file in files:
        before: dict[Engine, str] = {}
        for view in views_of(file, config, schemas, engine):
            name = view.name_in(file.path)
            yield Group(
                name,
                (replace(file, text=view.embedding.masked),),
                before.get(view.engine) or schema_for(view, file.path, schemas),
                engine=view.engine,
                engine_reason=view.reason,
                convention=convention_of_view(view),
                embedding=view.embedding,
            )
            if not view.embedding.aside:
                before[view.engine] = name


def _by_configured_engine(folder: Folder, config: Choices) -> tuple[Folder, ...]:
    """The folder, or a part of it for each engine that the configuration gives to files beside each other."""
    files: dict[Engine | None, list[SourceFile]] = {}
    for file in folder.files:
        engine = config.engine_called("cql") if _is_cql(file) else config.engine_for(file.path)
        files.setdefault(engine, []).append(file)
    return (folder,) if len(files) < 2 else tuple(Folder(folder.path, tuple(part)) for part in files.values())


def _without_foreign(folder: Folder, config: Choices, products: Products | None) -> tuple[Folder, tuple[Group, ...]]:
    foreign = tuple(_foreign(folder.files, config, products))
    if not foreign:
        return folder, ()
    strangers = {group.name for group in foreign}
    return Folder(folder.path, tuple(file for file in folder.files if file.path not in strangers)), foreign


def _is_cql(file: SourceFile) -> bool:
    return file.path.lower().endswith(CQL)


def _name_of(folder: Folder, ups: Sequence[SourceFile], names: set[str]) -> str:
    """A name for the group that no other has: there may be several schemas in one folder."""
    name = folder.path or "."
    if name in names and ups:
        name = ups[0].path
    names.add(name)
    return name


def _settled(
    folder: Folder, claim: Claim, engine: tuple[Engine, str], foreign: tuple[Group, ...], names: set[str]
) -> _Settled:
    found, reason = engine
    loaded = [file for file in folder.files if query_loader_of(file.text)]
    ups, others = _ordered(folder.files, claim, found, {file.path for file in loaded})
    are_queries = 2 * len(loaded) > len(ups) or (bool(ups) and holds_only_queries(ups, found))
    name = _name_of(folder, ups, names)
    return _Settled(name, folder, found, reason, claim, ups, others, are_queries, foreign)


def _dump_among(files: Sequence[SourceFile], config: Choices) -> SourceFile | None:
    """The file that the configuration calls the schema."""
    if config.schema is None:
        return None
    wanted = config.schema.replace("\\", "/").removeprefix("./")
    return next((file for file in files if config.relative(file.path) == wanted), None)


def _with_base(
    dump: SourceFile, folders: list[_Settled], config: Choices, engine: Engine | None
) -> tuple[tuple[Group, ...], list[_Settled]]:
    """The group of the dump, and the folders without the migrations that it contains.

    The folders below that of the dump start from it; if there are none, all of one engine do.
    """
    found, reason = _engine_of(Folder(dump.folder, (dump,)), config, engine, None)
    group = Group(dump.path, (dump,), engine=found, engine_reason=reason, convention=DUMP, is_base=True)
    alike = [one for one in folders if one.engine.family == found.family and not one.are_queries]
    above = f"{dump.folder}/" if dump.folder else ""
    below = [one for one in alike if f"{one.folder.path}/".startswith(above)] or alike
    contents = contents_of(dump, found)
    return (group,), [_on_base(one, dump.path, contents) if one in below else one for one in folders]


def _on_base(one: _Settled, base: str, contents: Contents) -> _Settled:
    applied = applied_to(contents, one.ups, one.engine)
    older, newer = one.ups[:applied], one.ups[applied:]
    is_taken = newer and any(file.path == one.name for file in older)
    return replace(
        one, name=newer[0].path if is_taken else one.name, base=base, ups=newer, others=(*one.others, *older)
    )


def _schema_of(queries: _Settled, schemas: Sequence[_Settled]) -> str | None:
    """The schema that queries are about, which is one of their engine where there is any."""
    alike = [one for one in schemas if one.engine.family == queries.engine.family] or schemas
    return nearest_schema(queries.name, queries.ups, {one.name: one.ups for one in alike})


def _foreign(files: Sequence[SourceFile], config: Choices, products: Products | None) -> Iterator[Group]:
    """The files that are written for a product which is not reviewed, each for itself."""
    if products is None:
        return
    for file in files:
        if _is_cql(file):
            continue
        dialect = foreign_dialect_of(file.text)
        if dialect == CASSANDRA:
            yield Group(file.path, (file,), engine=config.engine_called("cql"), engine_reason="its files say so")
            continue
        if dialect is None and config.engine_for(file.path) is None:
            dialect = products.foreign_name(file.path)
        if dialect is not None:
            yield Group(file.path, (file,), down=True, foreign=dialect)


def _engine_of(folder: Folder, config: Choices, engine: Engine | None, products: Products | None) -> tuple[Engine, str]:
    if engine is not None or not folder.files:
        return engine or config.engine, ""
    if _is_cql(folder.files[0]):
        return config.engine_called("cql"), "the names of its files"
    configured = config.engine_for(folder.files[0].path)
    if configured is not None:
        return configured, ""
    named = {products.engine_name(file.path) for file in folder.files} if products else set()
    only = named.pop() if len(named) == 1 else None
    if only is not None:
        detected = Detected(only, f"named `{only}` beside others")
    else:
        detected = detected_engine(telling_paths(folder.files), [file.text for file in folder.files], folder.beside)
    if detected.engine is None:
        return config.engine, ""
    return config.engine_called(detected.engine), detected.reason


def _contradiction(folder: Folder, config: Choices, found: tuple[Engine, str]) -> tuple[Note, ...]:
    """What is told of a folder whose files are written for several engines, so that one had to be assumed."""
    engine, reason = found
    if reason or len(folder.files) < 2 or config.engine_for(folder.files[0].path) is not None:
        return ()
    contrary = contrary_files((file.path, file.text) for file in folder.files)
    if not contrary:
        return ()
    named = " and ".join(f"{name} (`{path.rpartition('/')[2]}`)" for name, path in sorted(contrary.items()))
    message = f"holds files for {named}; all are read as {engine} until `[engines]` of the configuration tells which"
    return (Note(folder.path or ".", message),)


def _ordered(
    files: Sequence[SourceFile], claim: Claim, engine: Engine, loaded: set[str]
) -> tuple[tuple[SourceFile, ...], tuple[SourceFile, ...]]:
    """The files that make the history in order, and the others; named queries come after the tables they ask."""
    convention = claim.convention
    if claim.is_material:
        return (), tuple(files)
    ordered = sorted(convention.order(files, engine), key=lambda file: file.path in loaded)
    ups = tuple(file for file in ordered if not is_golden(file.name) and convention.direction(file, engine) == "up")
    in_history = {file.path for file in ups}
    return ups, tuple(file for file in files if file.path not in in_history)


def _group(one: _Settled, schema: str | None) -> Group:
    claim = one.claim
    is_habit = one.are_queries and not claim.reason and claim.convention in HABITS
    return Group(
        one.name,
        one.ups,
        schema,
        engine=one.engine,
        engine_reason=one.engine_reason,
        convention=QUERIES if is_habit else claim.convention,
        convention_reason=claim.reason,
        own=claim.own,
        is_set=claim.is_set or claim.is_inherited,
        folder=one.folder,
        notes=(*claim.notes, *claim.convention.problems(one.folder)),
    )


def _left_out(one: _Settled) -> Iterator[Group]:
    """The files of a folder that are read alone and without rules."""
    claim = one.claim
    for file in one.others:
        yield Group(
            file.path,
            (file,),
            down=True,
            engine=one.engine,
            convention=claim.convention,
            own=claim.own,
            folder=one.folder,
            is_set=claim.is_set or claim.is_inherited,
        )
    yield from one.foreign
