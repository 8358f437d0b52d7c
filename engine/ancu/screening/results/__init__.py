"""Writing what came out: tables, workbooks, reasons, totals; and reading results back."""
