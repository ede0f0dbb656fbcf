"""MUC-4: templates of incidents in Latin American news of 1989 and 1990, and how the record compares with them."""
