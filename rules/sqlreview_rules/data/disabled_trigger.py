"""data/disabled-trigger."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Migration, Rule, Severity, Step
from sqlreview.operations import SetSetting, SetTriggerState

_ROLE = "session_replication_role"


class DisabledTrigger(Rule[Migration]):
    """Triggers are switched off, and with them what keeps the rows right.

    Why: `DISABLE TRIGGER ALL` switches foreign keys off, too: rows without a parent are stored, and ENABLE looks at
    none of them again. `session_replication_role = replica` does so to every table for the rest of the session.

    Instead: leave them on. Where a load needs it, `SET LOCAL session_replication_role` in its transaction, or ENABLE in
    the same file; check the rows afterwards.
    """

    id = "data/disabled-trigger"
    sources = (
        "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-DISABLE-ENABLE-TRIGGER",
    )
    examples = (
        Bad(
            """
            ALTER TABLE orders DISABLE TRIGGER ALL;
                               ^^^^^^^^^^^^^^^^^^^
            DELETE FROM users WHERE id = 5;
            """,
            fixed="""
            ALTER TABLE orders DISABLE TRIGGER ALL;
            DELETE FROM users WHERE id = 5;
            ALTER TABLE orders ENABLE TRIGGER ALL;
            """,
            given=SHOP,
        ),
        Good("ALTER TABLE orders ENABLE TRIGGER ALL;", given=SHOP),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports triggers, rules and foreign keys that are switched off; as information where they come back."""
        if subject.is_dump:
            return
        states = subject.steps_of(SetTriggerState)
        for number, step in enumerate(states):
            state = step.operation
            if not isinstance(state, SetTriggerState) or state.state != "disable" or not step.names_live:
                continue
            name = state.table.text
            what = f"every {state.kind}" if state.name in ("all", "user") else f"the {state.kind} `{state.name}`"
            keys = ", foreign keys included," if state.name == "all" else ""
            if any(_enables(later, state) for later in states[number + 1 :]):
                message = f"Until it is enabled again {what} of `{name}`{keys} does nothing."
                yield self.finding(step.at, message, severity=Severity.INFO)
                continue
            message = f"From here on {what} of `{name}`{keys} does nothing."
            yield self.finding(step.at, message, *self._enabled(subject, step, state))
        yield from self._replica(subject)

    @staticmethod
    def _enabled(migration: Migration, step: Step, state: SetTriggerState) -> Iterator[Fix]:
        """What enables it at the end of the file."""
        position, last = migration.positions[step.at.statement], len(migration.statements) - 1
        text = migration.statements[position].text
        words = state.span.of(text)
        if step.in_body or words[:7].upper() != "DISABLE":
            return
        back = f"{text[: state.table.span.end]} ENABLE{words[7:]}"
        end = migration.starts[last] + len(migration.statements[last].text) - migration.starts[position]
        closed = migration.statements[last].terminated
        edit = Edit.insert(end + closed, f"\n{back};" if closed else f";\n{back}")
        yield Fix("Enable it at the end of the file", (edit,), FixKind.UNSAFE)

    def _replica(self, migration: Migration) -> Iterator[Finding]:
        settings = [entry for entry in migration.operations(SetSetting) if entry[1].name in (_ROLE, "all")]
        for number, (position, setting) in enumerate(settings):
            if setting.local or setting.value != "replica":
                continue
            is_reset = any((later.value or "origin").lower() == "origin" for _, later in settings[number + 1 :])
            message = f"No trigger or foreign key does anything {'for a while' if is_reset else 'from here on'}."
            yield self.finding(migration.origins[position], message, severity=Severity.INFO if is_reset else None)


def _enables(step: Step, disabled: SetTriggerState) -> bool:
    state = step.operation
    if not isinstance(state, SetTriggerState) or state.table != disabled.table or state.kind != disabled.kind:
        return False
    return state.state != "disable" and state.name in ("all", disabled.name)
