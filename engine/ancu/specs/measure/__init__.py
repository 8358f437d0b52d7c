"""What the scenarios cover of the law, and whether they would notice it going wrong."""
