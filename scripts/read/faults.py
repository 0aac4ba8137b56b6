"""The one kind of error for what is broken outside the entries: a vocabulary, a schema, the settings, a page."""


class ProjectFault(Exception):
    """Something that the whole project needs cannot be used; the message says what, where, and what to do."""
