"""A slow phone on a slow line: how long our wizard, its peers and a bare page take (`python -m wizard.bench.phone`)."""
