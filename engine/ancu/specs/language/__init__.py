"""How scenarios speak: grammar, phrases, the world that a sentence changes."""
