"""The parts of `build_gazetteer.py`: one module a source, in the order in which they are read, then the file's columns."""
