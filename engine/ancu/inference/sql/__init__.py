"""A programme as one SQL statement, for DuckDB, PostgreSQL and Spark."""
