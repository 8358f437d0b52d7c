"""The same lists judged on a Spark cluster."""
