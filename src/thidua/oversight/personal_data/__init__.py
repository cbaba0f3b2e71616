"""Personal data: gathered, made nameless, kept no longer than needed."""
