"""The small Python that phones download."""
