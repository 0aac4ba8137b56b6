"""Read: files become entries, events, vocabularies, schemas and history. Nothing is judged here."""
