"""The facts of expressions: values, column references, function calls and predicates, each with its place."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from sqlreview.frozen import frozen
from sqlreview.sql.cursor import unquoted
from sqlreview.text import Span

if TYPE_CHECKING:
    from sqlreview.queries.clauses import SortKey
    from sqlreview.queries.model import Query


@frozen
class ColumnReference:
    """A column as an expression names it, folded as the database folds names; equality ignores the place."""

    span: Span = field(compare=False)
    """Qualifier and column."""
    column: str
    column_span: Span = field(compare=False)
    qualifier: str | None = None
    """Alias or table before the dot."""
    schema: str | None = None


@frozen
class FunctionCall:
    """A call of a function or aggregate; CURRENT_TIMESTAMP and its kin are calls without arguments."""

    span: Span
    """Name and brackets, without FILTER and OVER."""
    name: str
    """Folded, without schema."""
    name_span: Span
    schema: str | None = None
    arguments: tuple[Value, ...] = ()
    star: bool = False
    """Whether the argument is a bare star, as in count(*)."""
    distinct: bool = False
    order_by: tuple[SortKey, ...] = ()
    """ORDER BY among the arguments or after WITHIN GROUP."""
    filter: Condition | None = None
    """FILTER (WHERE ...)."""
    over: Span | None = None
    """OVER and the window or its name."""
    aggregate: bool = False
    """Whether it is a built-in aggregate that is not used as a window function."""


ValueKind = Literal[
    "string",
    "number",
    "boolean",
    "null",
    "default",
    "parameter",
    "column",
    "star",
    "function",
    "cast",
    "operation",
    "condition",
    "case",
    "subquery",
    "array",
    "row",
    "other",
]


@frozen
class Value:
    """An expression; what it is made of counts its own query level only, never the inside of its subqueries."""

    span: Span
    """With the brackets around it, if any."""
    text: str
    """As written, without the brackets around it."""
    normalised: str
    """The same text for comparisons: one blank between tokens, bare words in upper case."""
    kind: ValueKind
    """What it is behind the brackets around it; an operation is arithmetic or another operator between `items`."""
    parenthesised: bool = False
    column: ColumnReference | None = None
    """The column it consists of."""
    function: FunctionCall | None = None
    """The call it consists of."""
    cast: str | None = None
    """The type a cast leads to, in lower case ("timestamptz"); the argument is the only item."""
    operators: tuple[str, ...] = ()
    """Between the items, in upper case; a single operator before a single item is a sign."""
    items: tuple[Value, ...] = ()
    """Operands of an operation, argument of a cast, elements of an array or row."""
    predicate: Predicate | None = None
    """Of a condition used as a value."""
    conditions: tuple[Predicate, ...] = ()
    """The WHEN conditions of CASE expressions anywhere in it."""
    columns: tuple[ColumnReference, ...] = ()
    functions: tuple[FunctionCall, ...] = ()
    """Every call in it, the arguments of other calls included."""
    subqueries: tuple[Query, ...] = ()
    parameters: tuple[Span, ...] = ()
    """Placeholders, named parameters, client variables and templates."""

    @property
    def is_literal(self) -> bool:
        """Whether it is one literal, NULL included, also behind casts."""
        if self.kind == "cast":
            return all(item.is_literal for item in self.items)
        return self.kind in ("string", "number", "boolean", "null")

    @property
    def is_null(self) -> bool:
        """Whether it is NULL, also behind casts."""
        return self.kind == "null" or (self.kind == "cast" and any(item.is_null for item in self.items))

    @property
    def is_constant(self) -> bool:
        """Whether it reads nothing and calls nothing; a parameter is not constant."""
        return not (self.columns or self.functions or self.subqueries or self.parameters) and self.kind != "star"

    @property
    def is_outside(self) -> bool:
        """Whether it reads no table: literals, parameters, and calls such as now()."""
        return not self.columns and not self.subqueries and self.kind != "star"

    @property
    def integer(self) -> int | None:
        """The value of an unsigned integer literal."""
        return int(self.text) if self.kind == "number" and self.text.isascii() and self.text.isdigit() else None

    @property
    def string(self) -> str | None:
        """The characters of a string literal, also behind a cast."""
        if self.kind == "cast" and self.items:
            return self.items[0].string
        if self.kind != "string":
            return None
        if self.text[:1] == '"':
            return self.text[1:-1].replace('""', '"')
        return unquoted(self.text)

    @property
    def has_aggregate(self) -> bool:
        """Whether it calls a built-in aggregate."""
        return any(call.aggregate for call in self.functions)

    @property
    def has_window(self) -> bool:
        """Whether it calls a window function."""
        return any(call.over for call in self.functions)


PredicateKind = Literal[
    "equality",
    "inequality",
    "range",
    "pattern",
    "null-test",
    "distinct-test",
    "boolean-test",
    "between",
    "in-list",
    "in-subquery",
    "exists",
    "and",
    "or",
    "not",
    "current-of",
    "truth",
]
"""`range` is <, <=, > and >=; `distinct-test` is IS [NOT] DISTINCT FROM; `truth` is an expression without comparison:
TRUE, a boolean column, a function, or an operator such as @>."""


@frozen
class Predicate:
    """A condition, or one operand of AND, OR and NOT."""

    span: Span
    """With the brackets around it, if any."""
    kind: PredicateKind
    normalised: str
    """The text for comparisons: one blank between tokens, bare words in upper case, no brackets around."""
    parenthesised: bool = False
    negated: bool = False
    """NOT IN, NOT LIKE, NOT BETWEEN, NOT EXISTS, IS NOT ...; NOT before other conditions is a predicate."""
    operator: str = ""
    """In upper case: "=", "NOT LIKE", "IS NOT NULL"."""
    operator_span: Span | None = None
    left: Value | None = None
    """The tested value; for `truth` the whole expression."""
    right: Value | None = None
    """The value it is compared with; the pattern of LIKE, the list of IN as a row, the argument of ANY and ALL."""
    bounds: tuple[Value, ...] = ()
    """The two values of BETWEEN."""
    quantifier: Literal["any", "all"] | None = None
    """Set for `= ANY (...)` and `<> ALL (...)`."""
    subquery: Query | None = None
    """The query of EXISTS, IN, ANY and ALL."""
    operands: tuple[Predicate, ...] = ()
    """Of AND, OR and NOT."""
    connectors: tuple[Span, ...] = ()
    """The words AND or OR between the operands."""

    @property
    def conjuncts(self) -> tuple[Predicate, ...]:
        """The predicates that must all hold: the operands of AND at any depth of brackets, or the predicate itself."""
        if self.kind != "and":
            return (self,)
        return tuple(part for operand in self.operands for part in operand.conjuncts)

    @property
    def values(self) -> tuple[Value, ...]:
        """The values it compares, without those of its operands."""
        return tuple(value for value in (self.left, self.right, *self.bounds) if value is not None)

    @property
    def columns(self) -> tuple[ColumnReference, ...]:
        """Every column it reads at its own query level."""
        own = tuple(column for value in self.values for column in value.columns)
        return own + tuple(column for operand in self.operands for column in operand.columns)

    @property
    def subqueries(self) -> tuple[Query, ...]:
        """Every query in it, directly below its own query level."""
        own = tuple(query for value in self.values for query in value.subqueries)
        if self.subquery is not None and self.subquery not in own:
            own += (self.subquery,)
        return own + tuple(query for operand in self.operands for query in operand.subqueries)

    @property
    def parameters(self) -> tuple[Span, ...]:
        """Every parameter in it."""
        own = tuple(parameter for value in self.values for parameter in value.parameters)
        return own + tuple(parameter for operand in self.operands for parameter in operand.parameters)

    @property
    def comparisons(self) -> tuple[Predicate, ...]:
        """The predicates at the leaves of AND, OR and NOT."""
        if not self.operands:
            return (self,)
        return tuple(leaf for operand in self.operands for leaf in operand.comparisons)


@frozen
class Condition:
    """WHERE, ON or HAVING."""

    span: Span
    """From the keyword to the end."""
    keyword: Span
    predicate: Predicate

    @property
    def conjuncts(self) -> tuple[Predicate, ...]:
        """The predicates that must all hold."""
        return self.predicate.conjuncts
