"""The rulebook in words: what each rule says, how it changed, and the whole of it as a document."""
