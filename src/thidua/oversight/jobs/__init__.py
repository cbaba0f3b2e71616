"""What takes longer than a page may."""
