-- A dossier, version 1. `record` is a report's record as JSON, packed by zlib; all other tables are made from it and can be made again.
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- `content` is a digest of what was given: the text and what was known about it. `seq` is the order of adding.
CREATE TABLE reports (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, content TEXT NOT NULL UNIQUE,
  published TEXT, outlet TEXT, title TEXT, url TEXT, record BLOB NOT NULL
);
CREATE INDEX reports_by_day ON reports (published);

-- What a report is among the others, worked out anew when reports were added (meta: `standing_of`).
CREATE TABLE standing (report INTEGER PRIMARY KEY REFERENCES reports (seq), copy_of TEXT, story TEXT NOT NULL);

-- Entries of records, for queries. Offsets are code points in the report's text, end exclusive.
CREATE TABLE actors (
  report INTEGER NOT NULL REFERENCES reports (seq), id TEXT NOT NULL,
  name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, sector TEXT, wikidata TEXT,
  PRIMARY KEY (report, id)
) WITHOUT ROWID;
CREATE INDEX actors_by_name ON actors (name COLLATE NOCASE);

CREATE TABLE statements (
  report INTEGER NOT NULL REFERENCES reports (seq), id TEXT NOT NULL,
  kind TEXT NOT NULL, speaker TEXT, actor TEXT, manner TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
  confidence REAL NOT NULL, PRIMARY KEY (report, id)
) WITHOUT ROWID;

CREATE TABLE events (
  report INTEGER NOT NULL REFERENCES reports (seq), id TEXT NOT NULL,
  type TEXT NOT NULL, mode TEXT, status TEXT NOT NULL, first_day TEXT, last_day TEXT, told_in TEXT,
  start INTEGER NOT NULL, stop INTEGER NOT NULL, confidence REAL NOT NULL, PRIMARY KEY (report, id)
) WITHOUT ROWID;
CREATE INDEX events_by_type ON events (type);

CREATE TABLE positions (
  report INTEGER NOT NULL REFERENCES reports (seq), id TEXT NOT NULL,
  party TEXT NOT NULL, stance TEXT NOT NULL, issue TEXT NOT NULL, status TEXT NOT NULL, told_in TEXT,
  start INTEGER NOT NULL, stop INTEGER NOT NULL, confidence REAL NOT NULL, PRIMARY KEY (report, id)
) WITHOUT ROWID;

-- Full text: paragraphs, and what is said with who says it.
CREATE VIRTUAL TABLE words USING fts5 (
  text, report UNINDEXED, start UNINDEXED, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
CREATE VIRTUAL TABLE said USING fts5 (
  text, speaker, report UNINDEXED, start UNINDEXED, statement UNINDEXED, tokenize = "unicode61 remove_diacritics 2"
);

INSERT INTO meta VALUES ('revision', 0);
