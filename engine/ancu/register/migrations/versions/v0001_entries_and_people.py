"""The chained entries, the personal data apart, and what keeps both as they are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_FOLLOWS = "the entry does not follow on the last one"
_FIXED = "the register is only added to"
_UNASKED = "personal data go only with an entry that says so"

# Whoever owns the tables can drop a trigger: `ancu register verify`
# finds what was done then.
_SQLITE = f"""
CREATE TRIGGER register_entries_follow BEFORE INSERT ON register_entries
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM register_entries)
  OR json_extract(NEW.body, '$.before')
     IS NOT coalesce((SELECT link FROM register_entries WHERE number = NEW.number - 1), '')
BEGIN SELECT RAISE(ABORT, '{_FOLLOWS}'); END;
CREATE TRIGGER register_entries_fixed BEFORE UPDATE ON register_entries
BEGIN SELECT RAISE(ABORT, '{_FIXED}'); END;
CREATE TRIGGER register_entries_kept BEFORE DELETE ON register_entries
BEGIN SELECT RAISE(ABORT, '{_FIXED}'); END;
CREATE TRIGGER register_people_fixed BEFORE UPDATE ON register_people
BEGIN SELECT RAISE(ABORT, '{_FIXED}'); END;
CREATE TRIGGER register_people_kept BEFORE DELETE ON register_people
WHEN NOT EXISTS (SELECT 1 FROM register_entries WHERE kind = 'erased' AND application = OLD.application)
BEGIN SELECT RAISE(ABORT, '{_UNASKED}'); END;
"""

_POSTGRES = f"""
CREATE FUNCTION register_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    owner boolean := (SELECT pg_has_role(session_user, relowner, 'MEMBER') FROM pg_class WHERE oid = TG_RELID);
BEGIN
    IF NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM register_entries)
       OR NEW.body::json ->> 'before'
          IS DISTINCT FROM coalesce((SELECT link FROM register_entries WHERE number = NEW.number - 1), '')
       OR NEW.link <> encode(sha256(convert_to(NEW.body, 'UTF8')), 'hex') THEN
        RAISE EXCEPTION '{_FOLLOWS}';
    END IF;
    -- The owner of the tables restores entries that others made.
    IF NEW.body::json ->> 'by' <> session_user AND NOT owner THEN
        RAISE EXCEPTION 'an entry is made in the name of who is logged in';
    END IF;
    IF NEW.kind IN ('approved', 'declined') AND NOT owner
       AND EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'ancu_approver')
       AND NOT pg_has_role(session_user, 'ancu_approver', 'MEMBER') THEN
        RAISE EXCEPTION 'only a member of ancu_approver approves';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION register_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{_FIXED}'; END $$;
CREATE FUNCTION register_asked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM register_entries WHERE kind = 'erased' AND application = OLD.application) THEN
        RAISE EXCEPTION '{_UNASKED}';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER register_entries_follow BEFORE INSERT ON register_entries
    FOR EACH ROW EXECUTE FUNCTION register_follow();
CREATE TRIGGER register_entries_fixed BEFORE UPDATE OR DELETE OR TRUNCATE ON register_entries
    EXECUTE FUNCTION register_fixed();
CREATE TRIGGER register_people_fixed BEFORE UPDATE OR TRUNCATE ON register_people
    EXECUTE FUNCTION register_fixed();
CREATE TRIGGER register_people_kept BEFORE DELETE ON register_people
    FOR EACH ROW EXECUTE FUNCTION register_asked();
"""

#: What the roles of an office may, where the server's administrator has made them before.
_GRANTS = {
    "ancu_reader": "GRANT SELECT ON register_entries, register_version TO ancu_reader",
    "ancu_clerk": "GRANT SELECT, INSERT ON register_entries, register_people TO ancu_clerk;"
    "GRANT SELECT ON register_version TO ancu_clerk",
    "ancu_approver": "GRANT SELECT, INSERT ON register_entries TO ancu_approver;"
    "GRANT SELECT ON register_version TO ancu_approver;"
    "GRANT SELECT (ref, application, case_id) ON register_people TO ancu_approver",
    "ancu_keeper": "GRANT SELECT, INSERT ON register_entries TO ancu_keeper;"
    "GRANT SELECT, DELETE ON register_people TO ancu_keeper;"
    "GRANT SELECT ON register_version TO ancu_keeper",
}


def upgrade() -> None:
    op.create_table(
        "register_entries",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("application", sa.Text),
        sa.Column("project", sa.Text),
        sa.Column("concerns", sa.Integer),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("link", sa.Text, nullable=False),
    )
    op.create_index("register_entries_application", "register_entries", ["application"])
    op.create_index("register_entries_project", "register_entries", ["project"])
    op.create_table(
        "register_people",
        sa.Column("ref", sa.Text, primary_key=True),
        sa.Column("application", sa.Text, nullable=False),
        sa.Column("case_id", sa.Text, nullable=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
    )
    op.create_index("register_people_application", "register_people", ["application"])
    op.create_index("register_people_case_id", "register_people", ["case_id"])
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        for statement in _SQLITE.split("END;"):
            if statement.strip():
                connection.exec_driver_sql(f"{statement} END")
        return
    connection.exec_driver_sql(_POSTGRES)
    for role, grants in _GRANTS.items():
        if connection.scalar(sa.text("SELECT 1 FROM pg_roles WHERE rolname = :role"), {"role": role}):
            connection.exec_driver_sql(grants)
