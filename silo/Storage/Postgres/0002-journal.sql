-- The journals of the pairs: append-only records, snapshots, and a fence for each pair.

-- Which life of a pair may append, and what its next record must be. Every append moves
-- next_sequence forward, on condition that both are as the writer believes. The row is written
-- with every batch: room on its page keeps the new version beside the old.
CREATE TABLE fence (
    pair          varchar(32) NOT NULL PRIMARY KEY,
    epoch         bigint      NOT NULL,
    next_sequence bigint      NOT NULL
) WITH (fillfactor = 50);

-- A row holds what was written of a pair in one transaction.
--   payload   the records, each with a checksum of its own
--   checksum  CRC-32C of all other columns
CREATE TABLE journal (
    pair           varchar(32) NOT NULL,
    first_sequence bigint      NOT NULL,
    record_count   integer     NOT NULL,
    epoch          bigint      NOT NULL,
    payload        bytea       NOT NULL,
    checksum       bigint      NOT NULL,
    PRIMARY KEY (pair, first_sequence)
);

-- The market after the record of that sequence. The last two of a pair are kept.
--   state_hash  the same, whichever way this state is recovered
CREATE TABLE snapshot (
    pair       varchar(32) NOT NULL,
    sequence   bigint      NOT NULL,
    epoch      bigint      NOT NULL,
    state_hash bigint      NOT NULL,
    payload    bytea       NOT NULL,
    checksum   bigint      NOT NULL,
    PRIMARY KEY (pair, sequence)
);
