"""The guide in Firefox and in WebKit, as people use it. Run by `make engines`, not by `make test`."""
