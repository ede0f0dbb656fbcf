"""Migrations: how the tables of a record came to be, version by version; `blocks` holds what they are put together from."""
