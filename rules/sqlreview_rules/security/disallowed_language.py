"""security/disallowed-language."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule
from sqlreview.operations import CreateRoutine, Do

_UNTRUSTED = frozenset({"c", "internal", "plpythonu", "plpython2u", "plpython3u", "plperlu", "pltclu"})


class DisallowedLanguage(Rule[CreateRoutine | Do]):
    """A routine is written in a language that can do anything on the server.

    Why: code in an untrusted language runs with the rights of the server's account: it reads files, opens connections
    and starts programs.

    Instead: `sql`, `plpgsql` or another trusted language.
    """

    id = "security/disallowed-language"
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/plpython.html",)
    examples = (
        Bad(
            """
            DO LANGUAGE plpython3u $$ pass $$;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            sqlstate="42704",
        ),
        Good("DO LANGUAGE plpgsql $$ BEGIN NULL; END $$;"),
    )

    allowed: frozenset[str] = frozenset()
    """The languages that may be used; without any the untrusted ones are reported."""

    def check(self, subject: CreateRoutine | Do, context: Context) -> Iterator[Finding]:
        """Reports languages outside the list, or untrusted ones."""
        language = subject.language
        if language not in self.allowed if self.allowed else language in _UNTRUSTED:
            span = subject.name.span if isinstance(subject, CreateRoutine) else subject.span
            why = (
                "is not among the allowed languages" if self.allowed else "can do anything the server's account may do"
            )
            yield self.finding(span, f"Code in {language} {why}.")
