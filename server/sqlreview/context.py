"""What a rule may ask beside its subject."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from sqlreview.locks import Impact
from sqlreview.locks.postgres import impact_of
from sqlreview.operations import Name, Operation
from sqlreview.queries import Query
from sqlreview.schema import Catalog, IndexName, Origin, Record, Session, Table, View
from sqlreview.schema.rebuilds import is_rebuild_step, rebuild_of
from sqlreview.schema.records import RowSource
from sqlreview.sql.engines import Engine
from sqlreview.sql.hosts.kinds import MARKDOWN, host_of
from sqlreview.subjects import Statement
from sqlreview.text import Span

_PRODUCTS = {"postgres": "PostgreSQL", "mysql": "MySQL", "mariadb": "MariaDB", "sqlite": "SQLite", "cql": "Cassandra"}
BodyKind = Literal["do", "function"]


class Context:
    """The surroundings of one subject: engine, catalog before it, impact, transaction and history."""

    __slots__ = (
        "_impact",
        "body",
        "catalog",
        "engine",
        "operation",
        "origin",
        "place",
        "queries",
        "released",
        "statement",
    )

    def __init__(
        self,
        *,
        engine: Engine,
        catalog: Catalog,
        statement: Statement,
        origin: Origin,
        operation: Operation | None = None,
        body: BodyKind | None = None,
        place: str,
        released: bool = False,
        queries: tuple[Query, ...] = (),
    ) -> None:
        self.engine = engine
        self.catalog = catalog
        """The catalog as the operation, query or statement finds it; for final-schema subjects the final one."""
        self.statement = statement
        self.origin = origin
        """Place of the statement: file, serial number, transaction and run."""
        self.place = place
        """The path of the file within the project, without the folders that the project lies in."""
        self.operation = operation
        self.body = body
        """"do" inside a DO block, "function" inside a function body, else None."""
        self.released = released
        """Whether the configuration says that this migration has been applied everywhere."""
        self.queries = queries
        """For a query under review the queries of its statement, itself included, outermost first."""
        self._impact: Impact | None = None

    @property
    def version(self) -> int:
        """Major version of the engine."""
        return self.engine.version

    @property
    def product(self) -> str:
        """The engine as its makers write it, for messages: "PostgreSQL"."""
        return _PRODUCTS[self.engine.name]

    @property
    def placeholder(self) -> str:
        """What a fix writes for a value that the program fills in; empty for PostgreSQL's numbered ones."""
        return "" if self.engine.family == "postgres" else "?"

    @property
    def session(self) -> Session:
        """Settings and transaction at this point."""
        return self.catalog.session

    @property
    def in_transaction(self) -> bool:
        """Whether the subject runs in a transaction that outlives it: BEGIN, the tool's wrapper, or a DO block."""
        return self.body is not None or self.session.in_transaction

    @property
    def impact(self) -> Impact:
        """Locks, rewrites and scans of the operation under review."""
        if self._impact is None:
            together = self.statement.operations
            model = _model_of(self.engine) if self.operation else None
            self._impact = (
                model(self.operation, self.catalog, self.engine, together, self.origin)
                if self.operation and model is not None
                else Impact()
            )
        return self._impact

    @property
    def rebuild(self) -> RowSource | None:
        """The copy that takes the place of the table which the operation under review drops or renames, if one does."""
        return rebuild_of(self.operation, self.catalog, self.origin, self.statement.operations)

    @property
    def is_rebuild_step(self) -> bool:
        """Whether the operation under review is part of writing a table anew, with all its rows."""
        return is_rebuild_step(self.operation, self.catalog, self.origin, self.statement.operations)

    def text(self, span: Span) -> str:
        """The characters of a span of the statement under review."""
        return span.of(self.statement.text)

    def created_in_run(self, record: Record | None) -> bool:
        """Whether this run of migrations created the object, so that nobody else uses it yet."""
        origin = _creation(record)
        return origin is not None and origin.run == self.origin.run

    @property
    def is_document(self) -> bool:
        """Whether the statement stands in a Markdown document, which shows a part of what there is."""
        return host_of(self.origin.path) == MARKDOWN

    def created_in_file(self, record: Record | None) -> bool:
        """Whether the file under review created the object; what a document shows fills up before it is queried."""
        origin = _creation(record)
        if origin is None or origin.path != self.origin.path or origin.run != self.origin.run:
            return False
        return self.operation is not None or not self.is_document

    def created_in_transaction(self, record: Record | None) -> bool:
        """Whether the transaction under review created the object."""
        origin = _creation(record)
        return origin is not None and origin.path == self.origin.path and origin.transaction == self.origin.transaction

    def is_live(self, name: Name) -> bool:
        """Whether others may be using the relation: it is neither temporary nor created in this run.

        A relation the history does not know counts as live; an index or view counts by its own creation.
        """
        key = self.catalog.resolve("relation", name)
        record = self.catalog.get(key) if key else None
        if isinstance(record, IndexName):
            record = self.catalog.get(record.table)
        if record is None:
            return name.schema != "pg_temp"
        if isinstance(record, Table | View) and record.temporary:
            return False
        return not self.created_in_run(record)


def _model_of(engine: Engine) -> Callable[..., Impact]:
    """The lock model of an engine; those of MySQL and SQLite are loaded where they are needed."""
    if engine.family == "mysql":
        from sqlreview.locks.mysql import impact_of as mysql_impact_of

        return mysql_impact_of
    if engine.family == "sqlite":
        from sqlreview.locks.sqlite import impact_of as sqlite_impact_of

        return sqlite_impact_of
    return impact_of


def _creation(record: Record | None) -> Origin | None:
    if record is None or isinstance(record, Session) or (isinstance(record, Table) and not record.created):
        return None
    return record.origin
