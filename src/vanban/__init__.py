"""Vietnamese administrative documents: read a file, check it, write it back as Word and PDF."""
