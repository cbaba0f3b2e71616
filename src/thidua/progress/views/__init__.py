"""What the reader sees of how plans are carried out, and of the numbers of a unit."""
