"""Vietnamese before Unicode: what old fonts show, as the letters they stand for."""
