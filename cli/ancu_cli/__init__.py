"""The ``ancu`` command: thin, it calls the library and prints."""
