"""Every fix leads where it says: same schema, rows and answers, but for what differences.toml declares."""

from __future__ import annotations

import pytest
from proof_cases import all_proofs, fixes_by_rule
from proof_judgement import Expected, expectations, judge, stale
from proof_outcomes import Run

pytestmark = pytest.mark.server

MOST_UNPROVEN = 0.05


@pytest.mark.parametrize("rule", sorted(fixes_by_rule("postgres")))
def test_fixes_on_postgres_lead_where_they_say(rule: str, on_postgres: Run) -> None:
    verdict = judge(rule, fixes_by_rule("postgres")[rule], on_postgres)
    assert "\n".join(verdict.problems) == ""
    assert stale(rule, verdict, "postgres") == []


@pytest.mark.parametrize("rule", sorted(fixes_by_rule("mysql")))
def test_fixes_on_mariadb_lead_where_they_say(rule: str, on_mariadb: Run) -> None:
    verdict = judge(rule, fixes_by_rule("mysql")[rule], on_mariadb)
    assert "\n".join(verdict.problems) == ""
    assert stale(rule, verdict, "mysql") == []


@pytest.mark.parametrize("rule", sorted(fixes_by_rule("sqlite")))
def test_fixes_on_sqlite_lead_where_they_say(rule: str, on_sqlite: Run) -> None:
    verdict = judge(rule, fixes_by_rule("sqlite")[rule], on_sqlite)
    assert "\n".join(verdict.problems) == ""
    assert stale(rule, verdict, "sqlite") == []


def test_nearly_all_fixes_are_proven() -> None:
    families = ("postgres", "mysql", "sqlite")
    fixed = [proof for family in families for some in fixes_by_rule(family).values() for proof in some]
    unproven = [
        proof for proof in fixed if {proof.title, "*"} & expectations().get(proof.rule.id, Expected()).unproven.keys()
    ]
    rules = {proof.rule.id for proof in fixed}
    proven = {proof.rule.id for proof in fixed if proof not in unproven}
    print(f"The fixes of {len(proven)} of {len(rules)} rules are proven, by {len(fixed) - len(unproven)} examples.")
    for proof in unproven:
        said = expectations()[proof.rule.id].unproven
        print(f"  not {proof.rule.id}, {proof.title}: {said.get(proof.title) or said['*']}")
    assert len(proven) > (1 - MOST_UNPROVEN) * len(rules)
    assert len(unproven) < MOST_UNPROVEN * len(fixed)


def test_what_is_declared_exists() -> None:
    titles: dict[str, set[str]] = {}
    for proof in all_proofs():
        titles.setdefault(proof.rule.id, {"*"}).add(proof.title)
    named = {
        (rule, title)
        for rule, said in expectations().items()
        for group in (said.still_fails, said.unproven, said.errors_of, said.doubtful)
        for title in (*group, "*")
    }
    assert [name for name in sorted(named) if name[1] not in titles.get(name[0], ())] == []
