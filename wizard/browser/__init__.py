"""The wizard in the browser: page, scripts and what they load (see README.md)."""
