"""security/grant-to-public."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import AlterDefaultPrivileges, Grant

_HARMLESS = (("schema", {"USAGE"}), ("type", {"USAGE", "ALL"}), ("domain", {"USAGE", "ALL"}))


class GrantToPublic(Rule[Grant | AlterDefaultPrivileges]):
    """A privilege is granted to every role, also to those created later.

    Why: taking the privilege away from a single role changes nothing while PUBLIC has it. In MySQL and MariaDB the user
    without a name, `''@'%'`, is everybody who has no account of that name.

    Instead: grant it to the role that needs it, or to a group role.
    """

    id = "security/grant-to-public"
    engines = ("postgres", "mysql", "mariadb")
    versions = "PUBLIC: mariadb >= 10.11"
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
            if not severity or not _is_everybody(grantee.text, context):
                continue
            who = "Every user without an account" if grantee.text.startswith("@") else "Every role"
            later = "" if grantee.text.startswith("@") else ", later roles included"
            message = f"{who} gets {', '.join(subject.privileges)} on {_what(subject)}{later}."
            yield self.finding(grantee.span, message, severity=severity)


def _is_everybody(grantee: str, context: Context) -> bool:
    if context.engine.family == "mysql" and grantee.startswith("@"):
        return True
    name = grantee.lower() if context.engine.family == "mysql" else grantee
    return name == "public" and context.engine.name != "mysql"


def _severity(subject: Grant | AlterDefaultPrivileges) -> Severity | None:
    kind = subject.kind.rstrip("s")
    privileges = set(subject.privileges)
    if any(kind == harmless and privileges <= allowed for harmless, allowed in _HARMLESS):
        return None
    if kind == "schema":
        return Severity.ERROR
    # every role may execute a new function and use a trusted language anyway
    is_usual = privileges <= {"EXECUTE", "ALL"} and any(word in kind for word in ("function", "procedure", "routine"))
    return Severity.INFO if is_usual or kind == "language" else Severity.WARNING


def _what(subject: Grant | AlterDefaultPrivileges) -> str:
    if isinstance(subject, AlterDefaultPrivileges):
        return f"{subject.kind} created from now on"
    if not subject.objects:
        return f"the whole {subject.kind}"
    names = ", ".join(f"`{name.text}`" for name in subject.objects[:3])
    return f"{subject.kind} {names}" + (" and others" if len(subject.objects) > 3 else "")
