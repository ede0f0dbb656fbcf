"""spaCy is loaded without its command line, and whoever asks for that afterwards gets it whole."""

import subprocess
import sys

ASK = """
import sys
import thucydides.extracting
from thucydides.extracting.parsing import pipeline
said = pipeline()("Gunmen attacked a village.")
print([t.text for t in said][:2], "typer" in sys.modules)
import spacy, spacy.cli
print(callable(spacy.cli.download), spacy.info(silent=True)["spacy_version"] == spacy.__version__)
"""


def test_the_command_line_of_the_parser_is_loaded_only_for_who_asks() -> None:
    found = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=False)
    assert found.stdout.splitlines() == ["['Gunmen', 'attacked'] False", "True True"], found.stderr
