"""Commands: one small module for each verb of the command line; each loads what it needs only when it runs."""
