-- The journals of the pairs: append-only records, snapshots, and a fence for each pair.

-- Which life of a pair may append, and what its next record must be. Every append moves
-- next_sequence forward, on condition that both are as the writer believes.
CREATE TABLE fence (
    pair          TEXT    NOT NULL PRIMARY KEY,
    epoch         INTEGER NOT NULL,
    next_sequence INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

-- A row holds what was written of a pair in one transaction. The primary key is the table, so an
-- append touches the end of one tree.
--   payload   the records, each with a checksum of its own
--   checksum  CRC-32C of all other columns
CREATE TABLE journal (
    pair           TEXT    NOT NULL,
    first_sequence INTEGER NOT NULL,
    record_count   INTEGER NOT NULL,
    epoch          INTEGER NOT NULL,
    payload        BLOB    NOT NULL,
    checksum       INTEGER NOT NULL,
    PRIMARY KEY (pair, first_sequence)
) WITHOUT ROWID, STRICT;

-- The market after the record of that sequence. The last two of a pair are kept.
--   state_hash  the same, whichever way this state is recovered
CREATE TABLE snapshot (
    pair       TEXT    NOT NULL,
    sequence   INTEGER NOT NULL,
    epoch      INTEGER NOT NULL,
    state_hash INTEGER NOT NULL,
    payload    BLOB    NOT NULL,
    checksum   INTEGER NOT NULL,
    PRIMARY KEY (pair, sequence)
) WITHOUT ROWID, STRICT;
