"""security/grant-to-public."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import AlterDefaultPrivileges, Grant

_HARMLESS = (("schema", {"USAGE"}), ("type", {"USAGE", "ALL"}), ("domain", {"USAGE", "ALL"}), ("language", {"USAGE"}))


class GrantToPublic(Rule[Grant | AlterDefaultPrivileges]):
    """A privilege is granted to every role, also to those created later.

    Why: taking the privilege away from a single role changes nothing while PUBLIC has it.

    Instead: grant it to the role that needs it, or to a group role.
    """

    id = "security/grant-to-public"
    sources = ("https://www.postgresql.org/docs/current/ddl-priv.html",)
    examples = (
        Bad(
            """
            GRANT SELECT ON orders TO PUBLIC;
                                      ^^^^^^
            """,
            given=SHOP,
        ),
        Bad(
            """
            CREATE SCHEMA app;
            GRANT CREATE, USAGE ON SCHEMA app TO PUBLIC;
                                                 ^^^^^^
            """
        ),
        Good("GRANT SELECT ON orders TO reporting;", given=SHOP + "CREATE ROLE reporting;"),
        Good("REVOKE ALL ON orders FROM PUBLIC;", given=SHOP),
        Good("GRANT USAGE ON SCHEMA public TO PUBLIC;"),
    )

    def check(self, subject: Grant | AlterDefaultPrivileges, context: Context) -> Iterator[Finding]:
        """Reports PUBLIC among those who get a privilege."""
        severity = None if subject.revoke else _severity(subject)
        for grantee in subject.grantees:
            if grantee.text == "public" and severity:
                message = f"Every role gets {', '.join(subject.privileges)} on {_what(subject)}, later roles included."
                yield self.finding(grantee.span, message, severity=severity)


def _severity(subject: Grant | AlterDefaultPrivileges) -> Severity | None:
    kind = subject.kind.rstrip("s")
    privileges = set(subject.privileges)
    if any(kind == harmless and privileges <= allowed for harmless, allowed in _HARMLESS):
        return None
    if kind == "schema":
        return Severity.ERROR
    # every role may execute a new function anyway
    is_usual = privileges <= {"EXECUTE", "ALL"} and any(word in kind for word in ("function", "procedure", "routine"))
    return Severity.INFO if is_usual else Severity.WARNING


def _what(subject: Grant | AlterDefaultPrivileges) -> str:
    if isinstance(subject, AlterDefaultPrivileges):
        return f"{subject.kind} created from now on"
    names = ", ".join(f"`{name.text}`" for name in subject.objects[:3])
    return f"{subject.kind} {names}" + (" and others" if len(subject.objects) > 3 else "")
