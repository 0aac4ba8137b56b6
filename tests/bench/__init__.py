"""Measures how long the site takes to build, beside MkDocs Material and Hugo with the same content."""
