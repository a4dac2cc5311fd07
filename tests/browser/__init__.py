"""The wizard and the pages in a real browser."""
