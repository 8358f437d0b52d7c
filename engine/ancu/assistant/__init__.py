"""An assistant that cannot invent: the rulebook as tools of the Model Context Protocol.

A language model hands over typed facts and gets the engine's answer, with what it rests on. It cannot hand over words,
so no words of its own, nor of a record, can come back as an answer.
"""
