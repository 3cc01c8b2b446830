"""Programs that rebuild what the product ships from corpora that it does not ship."""
