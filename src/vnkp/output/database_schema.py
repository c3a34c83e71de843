"""The tables and views of the SQLite database (docs/machine-output.md tells what they hold)."""

from __future__ import annotations

_FIGURE = """
    value NUMERIC, low NUMERIC, high NUMERIC,
    unit TEXT REFERENCES units (id), item TEXT REFERENCES items (id), qualifier TEXT"""

SCHEMA = (
    "CREATE TABLE units (id TEXT PRIMARY KEY, en TEXT NOT NULL, vi TEXT NOT NULL)",
    "CREATE TABLE items (id TEXT PRIMARY KEY, en TEXT NOT NULL, vi TEXT NOT NULL)",
    "CREATE TABLE publishers (id TEXT PRIMARY KEY, en TEXT NOT NULL, vi TEXT NOT NULL)",
    """CREATE TABLE sources (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, publisher TEXT NOT NULL,
    publisher_id TEXT REFERENCES publishers (id), via TEXT, published TEXT,
    lang TEXT NOT NULL, url TEXT, kind TEXT NOT NULL)""",
    """CREATE TABLE offices (
    id TEXT PRIMARY KEY, side TEXT NOT NULL, rank TEXT NOT NULL,
    en TEXT NOT NULL, vi TEXT NOT NULL, short_en TEXT, short_vi TEXT)""",
    """CREATE TABLE people (
    id TEXT PRIMARY KEY, side TEXT NOT NULL, en TEXT NOT NULL, vi TEXT NOT NULL, ko TEXT,
    aliases TEXT NOT NULL, note_en TEXT, note_vi TEXT)""",
    """CREATE TABLE places (
    id TEXT PRIMARY KEY, side TEXT NOT NULL, en TEXT NOT NULL, vi TEXT NOT NULL, ko TEXT,
    aliases TEXT NOT NULL, within TEXT REFERENCES places (id))""",
    f"""CREATE TABLE facts (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL,
    date TEXT NOT NULL, earliest TEXT NOT NULL, latest TEXT,
    title_en TEXT NOT NULL, title_vi TEXT NOT NULL, note_en TEXT, note_vi TEXT,
    from_side TEXT, to_side TEXT, mutual INTEGER NOT NULL,{_FIGURE},
    terms TEXT, stage TEXT, milestone INTEGER NOT NULL, disputed INTEGER NOT NULL,
    part_of TEXT NOT NULL, former_ids TEXT NOT NULL)""",
    """CREATE TABLE participants (
    fact_id TEXT NOT NULL REFERENCES facts (id), position INTEGER NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id), office_id TEXT REFERENCES offices (id),
    came INTEGER NOT NULL)""",
    """CREATE TABLE fact_places (
    fact_id TEXT NOT NULL REFERENCES facts (id), place_id TEXT NOT NULL REFERENCES places (id),
    PRIMARY KEY (fact_id, place_id))""",
    f"""CREATE TABLE variants (
    fact_id TEXT NOT NULL REFERENCES facts (id), reading INTEGER NOT NULL,
    date TEXT, earliest TEXT, latest TEXT,{_FIGURE},
    note_en TEXT, note_vi TEXT, PRIMARY KEY (fact_id, reading))""",
    """CREATE TABLE cites (
    fact_id TEXT NOT NULL REFERENCES facts (id), reading INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (id), at TEXT)""",
    """CREATE TABLE parts (
    part_id TEXT NOT NULL REFERENCES facts (id), whole_id TEXT NOT NULL REFERENCES facts (id),
    PRIMARY KEY (part_id, whole_id))""",
    """CREATE TABLE aid_totals (
    "group" TEXT, from_side TEXT, to_side TEXT, item TEXT NOT NULL, unit TEXT NOT NULL,
    terms TEXT NOT NULL, low NUMERIC NOT NULL, high NUMERIC NOT NULL, qualifier TEXT NOT NULL,
    pledged NUMERIC NOT NULL, above_pledges NUMERIC NOT NULL, undivided NUMERIC NOT NULL)""",
)

VIEWS = (
    "CREATE INDEX participants_person ON participants (person_id)",
    "CREATE INDEX cites_source ON cites (source_id)",
    """CREATE VIEW visits AS
    SELECT id, date, earliest, latest, title_en, title_vi, from_side, to_side,
        (SELECT group_concat(en, ' | ') FROM (
            SELECT DISTINCT people.en FROM participants JOIN people ON people.id = person_id
            WHERE fact_id = facts.id AND came ORDER BY position)) AS visitors,
        (SELECT group_concat(en, ' | ') FROM (
            SELECT DISTINCT people.en FROM participants JOIN people ON people.id = person_id
            WHERE fact_id = facts.id AND NOT came ORDER BY position)) AS met
    FROM facts WHERE kind = 'visit'""",
    """CREATE VIEW disputes AS
    SELECT facts.id AS fact_id, 1 AS reading, date, value, low, high, unit, item, qualifier,
        note_en, note_vi, title_en, title_vi,
        (SELECT group_concat(source_id, ' | ') FROM cites
            WHERE fact_id = facts.id AND reading = 1) AS sources
    FROM facts WHERE disputed
    UNION ALL
    SELECT fact_id, variants.reading, variants.date, variants.value, variants.low, variants.high,
        variants.unit, variants.item, variants.qualifier, variants.note_en, variants.note_vi,
        title_en, title_vi,
        (SELECT group_concat(source_id, ' | ') FROM cites
            WHERE cites.fact_id = variants.fact_id AND cites.reading = variants.reading)
    FROM variants JOIN facts ON facts.id = fact_id
    ORDER BY 1, 2""",
    """CREATE VIRTUAL TABLE facts_fts USING fts5 (
    title_en, title_vi, note_en, note_vi,
    content="facts", tokenize = 'unicode61 remove_diacritics 2')""",
    "INSERT INTO facts_fts (facts_fts) VALUES ('rebuild')",
)
