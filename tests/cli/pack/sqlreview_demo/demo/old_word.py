"""demo/old-word."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, Good, Rule, Span, Statement


class OldWord(Rule[Statement]):
    """The statement uses an old word.

    Why: new words are newer.

    Instead: write `new_word`.
    """

    id = "demo/old-word"
    examples = (Bad("SELECT old_word;\n       ^^^^^^^^", fixed="SELECT new_word;"), Good("SELECT new_word;"))

    def check(self, subject: Statement, context: Context) -> Iterator[Finding]:
        start = subject.text.find("old_word")
        if start >= 0:
            span = Span(start, start + 8)
            yield self.finding(span, "Uses the old word.", Fix("Use the new word", (Edit.replace(span, "new_word"),)))
