"""What the law says: loaded, checked, dated."""
