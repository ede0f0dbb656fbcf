"""Rules: a rule as a line that says what it means and where it comes from."""

from thucydides.publishing.rules import meanings


def explained(rule: str) -> str:
    """A rule by id: "assess.origins: the value held by most independent origins (source: after UCDP and GTD)"."""
    meaning, source = meanings().get(rule, ("", ""))
    if not meaning:
        return rule
    return f"{rule}: {meaning}" + (f" (source: {source})" if source else "")
