"""Lists in the browser: taken, understood, judged by processes apart, mended, taken away, and erased in time."""
