"""Opening: how a sentence begins that goes on to another deed than the one told before (rule `extract.set-apart`)."""

import re

_ANOTHER = re.compile(
    r"\s*(?:(?:separately|elsewhere)\b|in another\b|also (?:on|in|at)\b|(?:in|at) (?:an? )?(?:\w+ )?(?:separate|unrelated|different)\b"
    r"|(?:in|at) (?:the )?other \w+s\b|in (?:retaliation|reprisal|revenge)\b(?! (?:attack|strike|killing|raid)s?\b)|retaliating\b)",
    re.IGNORECASE,
)


def opens_another(text: str, start: int = 0) -> bool:
    """Whether the words at `start` open another deed: "Separately", "In an unrelated attack", "In other towns", "In retaliation"."""
    return _ANOTHER.match(text, start) is not None
