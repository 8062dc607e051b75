"""Which migration tool runs the files of a folder, and what gives it away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlreview.migrations.conventions import CONVENTIONS, PLAIN, convention_of
from sqlreview.migrations.conventions.convention import CERTAIN, FALLBACK, LIKELY, NAMED, Convention, Folder, Note
from sqlreview.migrations.sources import SourceFile

_SURE = {CERTAIN: "marks or files of the tool", NAMED: "names of the files", LIKELY: "names of the files"}


@dataclass(frozen=True, slots=True)
class Claim:
    """The tool a folder belongs to."""

    convention: Convention
    reason: str
    notes: tuple[Note, ...] = ()
    is_set: bool = False
    """Whether the configuration names it."""
    own: tuple[tuple[str, Convention], ...] = ()
    """In a folder of several tools: the tool of each file that bears the marks of one, by path."""

    is_inherited: bool = False
    """Whether only a folder around it tells."""
    is_material: bool = False
    """Whether the tool runs none of the files by itself, but puts them into others."""


def claims_on(folders: Sequence[Folder], configured: Callable[[str], str | None]) -> list[Claim]:
    """The tool of each folder: what the configuration says for its first file, else what the folders tell."""
    claims = [_claim_of(folder, configured) for folder in folders]
    told = [(folder, claim) for folder, claim in zip(folders, claims, strict=True) if claim.reason or claim.is_set]
    known = {folder.path: claim.convention for folder, claim in told}
    return [
        claim if claim.reason or claim.is_set else _inherited(folder, known) or claim
        for folder, claim in zip(folders, claims, strict=True)
    ]


def _claim_of(folder: Folder, configured: Callable[[str], str | None]) -> Claim:
    if not folder.files:
        return Claim(PLAIN, "")
    name = configured(folder.files[0].path)
    return Claim(convention_of(name), "", is_set=True) if name is not None else claim_on(folder)


def _inherited(folder: Folder, known: Mapping[str, Convention]) -> Claim | None:
    """The claim of the tool around a folder: on its templates, or on files that are all empty."""
    above, _, _ = folder.path.rpartition("/")
    outer = known.get(above)
    if outer is not None and outer.id == "tern":
        return Claim(outer, "inside a folder of the tool", is_inherited=True, is_material=True)
    if all(not file.text.strip() for file in folder.files):
        around = {tool.id: tool for path, tool in known.items() if path.rpartition("/")[0] == above}
        if len(around) == 1:
            return Claim(next(iter(around.values())), "beside a folder of the tool", is_inherited=True)
    return None


def claim_on(folder: Folder) -> Claim:
    """The tool that is surest of a folder; files that bear the marks of several tools are left to none."""
    claims = [(strength, convention) for convention in CONVENTIONS if (strength := convention.claims(folder)) > 0]
    certain = [convention for strength, convention in claims if strength >= CERTAIN]
    if len(certain) > 1:
        mixed = _mixed(folder, certain)
        if mixed is not None:
            return mixed
    named = _two_namings(folder)
    if named is not None:
        return named
    strength, convention = max(claims, key=lambda claim: claim[0], default=(0, PLAIN))
    return Claim(convention, _reason(strength))


def _reason(strength: int) -> str:
    if strength <= FALLBACK + 5:
        return ""
    return next(reason for least, reason in _SURE.items() if strength >= least)


def _mixed(folder: Folder, certain: Sequence[Convention]) -> Claim | None:
    """The claim of nobody, if some files bear the marks of one tool only and others those of another one only."""
    marked = [(file, [one for one in certain if one.claims(_alone(folder, file)) >= CERTAIN]) for file in folder.files]
    only: dict[str, tuple[SourceFile, Convention]] = {}
    for file, tools in marked:
        if len(tools) == 1:
            only.setdefault(tools[0].id, (file, tools[0]))
    if len(only) < 2:
        return None
    named = [f"{tool.title} (`{file.name}`)" for file, tool in only.values()]
    own = tuple((file.path, tools[0]) for file, tools in marked if tools)
    return Claim(_fallback(folder), "", (_note(folder, named),), own=own)


def _two_namings(folder: Folder) -> Claim | None:
    """The claim of nobody, if the names follow two tools: `V1__users.sql` beside `0002_orders.up.sql`."""
    styles = dict(_styles(folder))
    if len(styles) < 2:
        return None
    named = [f"{tool} (`{name}`)" for tool, name in styles.items()]
    return Claim(_fallback(folder), "", (_note(folder, named),))


def _styles(folder: Folder) -> Iterator[tuple[str, str]]:
    for file in reversed(folder.files):
        name = file.name
        if (
            name.startswith("V")
            and name[1:2].isdigit()
            and "__" in name
            and not name.endswith((".up.sql", ".down.sql"))
        ):
            yield "Flyway", name
        elif name[:1].isdigit() and name.endswith((".up.sql", ".down.sql")):
            yield "golang-migrate", name
        elif name == "migration.sql":
            yield "Prisma", file.path[len(folder.path) :].lstrip("/")
        elif name in ("up.sql", "down.sql"):
            yield "Diesel or Hasura", file.path[len(folder.path) :].lstrip("/")


def _note(folder: Folder, named: Sequence[str]) -> Note:
    tools = f"{', '.join(named[:-1])} and {named[-1]}"
    message = f"holds files of {tools}; they are read in the order of their names, each by its own marks"
    return Note(folder.path or ".", message)


def _fallback(folder: Folder) -> Convention:
    """The habit that the names follow."""
    habits = [(convention.claims(folder), convention) for convention in CONVENTIONS]
    return max((habit for habit in habits if habit[0] < LIKELY), key=lambda habit: habit[0])[1]


def _alone(folder: Folder, file: SourceFile) -> Folder:
    return Folder(folder.path, (file,))
