"""locks/ineffective-timeout."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Migration, Rule, Span, settings_of
from sqlreview.operations import CreateIndex, Reindex, SetSetting, ValidateConstraint
from sqlreview.schema import Origin
from sqlreview.schema.durations import milliseconds_of


class IneffectiveTimeout(Rule[Migration]):
    """The timeout is zero or so long that it protects nothing.

    Why: `lock_timeout = 0` means no limit. With a limit of minutes every query on the table queues for minutes behind
    the waiting migration. A bare number counts milliseconds.

    Instead: a few seconds, and another attempt when it gives up.
    """

    id = "locks/ineffective-timeout"
    sources = ("https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT",)
    examples = (
        Bad(
            """
            SET lock_timeout = 0;
            ^^^^^^^^^^^^^^^^^^^^
            ALTER TABLE orders ADD COLUMN channel text;
            """,
            fixed="""
            SET lock_timeout = '5s';
            ALTER TABLE orders ADD COLUMN channel text;
            """,
            given=SHOP,
        ),
        Good("SET lock_timeout = '5s';\nALTER TABLE orders ADD COLUMN channel text;", given=SHOP),
        Good(
            """
            SET statement_timeout = 0;
            CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);
            """,
            given=SHOP,
        ),
    )

    timeout: str = "5s"
    """The limit the fix sets."""
    longest_lock_timeout: str = "30s"
    """The longest `lock_timeout` that is silent."""
    longest_statement_timeout: str = "30min"
    """The longest `statement_timeout` that is silent."""

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports settings that are in force when a table in use is locked."""
        if SetSetting not in subject.kinds and "set_config" not in subject.text:
            return
        blocking = {step.at.statement for step in subject.blocking if not _is_patient(step.operation)}
        pending: dict[str, tuple[SetSetting, Origin]] = {}
        for statement, origin in zip(subject.statements, subject.origins, strict=True):
            if origin.statement in blocking:
                ineffective = [pending[name] for name in sorted(pending) if self._is_ineffective(pending[name][0])]
                limited = "lock_timeout" in pending and not self._is_ineffective(pending["lock_timeout"][0])
                for setting, at in ineffective:
                    if setting.name == "lock_timeout" or not limited:
                        yield self._finding(setting, at)
                        pending.pop(setting.name)
            for setting in settings_of(statement):
                if setting.name in ("lock_timeout", "statement_timeout"):
                    pending[setting.name] = (setting, origin.within(setting.span))

    def _is_ineffective(self, setting: SetSetting) -> bool:
        length = milliseconds_of(setting.value or "0")
        is_lock = setting.name == "lock_timeout"
        longest = milliseconds_of(self.longest_lock_timeout if is_lock else self.longest_statement_timeout)
        return length is not None and (length == 0 or (longest is not None and length > longest))

    def _finding(self, setting: SetSetting, at: Origin) -> Finding:
        what = "no limit" if milliseconds_of(setting.value or "0") == 0 else f"a limit of {setting.value}"
        message = f"The statements below wait for their locks with {what}, and other queries queue behind them."
        if setting.name != "lock_timeout" or at.span.start > 0:
            return self.finding(at, message)
        text = f"SET {'LOCAL ' if setting.local else ''}lock_timeout = '{self.timeout}'"
        fix = Fix(f"Set it to {self.timeout}", (Edit.replace(Span(0, at.span.end), text),), FixKind.UNSAFE)
        return self.finding(at, message, fix)


def _is_patient(operation: object) -> bool:
    """Whether it is meant to take long while others work."""
    return isinstance(operation, ValidateConstraint) or (
        isinstance(operation, CreateIndex | Reindex) and operation.concurrently
    )
