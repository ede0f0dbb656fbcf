"""Forms: what is told without sentences or in very few: boxes, tables, headings, reports of a line or two."""
