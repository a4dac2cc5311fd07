"""Makes the small Python that phones download, from the npm package `pyodide` (see README.md)."""
