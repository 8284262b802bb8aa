"""An app that uses every kind of hook, for the tests beside it."""

__version__ = "1.2.3"
