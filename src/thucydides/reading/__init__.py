"""Reading: files, pages and feeds become documents: clean text, outlet, date, language, copies found."""
