-- What the journal asks of SQLite. Each statement stands below its name.

-- statement: Open
INSERT INTO fence (pair, epoch, next_sequence, steps) VALUES (@pair, 1, 1, @steps)
ON CONFLICT (pair) DO UPDATE SET
    epoch = epoch + 1,
    steps = coalesce(steps, excluded.steps)
RETURNING epoch, next_sequence, steps;

-- statement: ReadSnapshot
SELECT sequence, epoch, state_hash, payload, checksum FROM snapshot
WHERE pair = @pair ORDER BY sequence DESC LIMIT 1;

-- statement: ReadRows
SELECT first_sequence, record_count, epoch, payload, checksum FROM journal
WHERE pair = @pair AND first_sequence + record_count - 1 > @sequence
ORDER BY first_sequence;

-- changes() is what the statement before has changed: nothing when the fence is another's.
-- statement: Append
UPDATE fence SET next_sequence = @first + @count
WHERE pair = @pair AND epoch = @epoch AND next_sequence = @first;
INSERT INTO journal (pair, first_sequence, record_count, epoch, payload, checksum)
SELECT @pair, @first, @count, @epoch, @payload, @checksum WHERE changes() = 1;

-- statement: WriteSnapshot
INSERT INTO snapshot (pair, sequence, epoch, state_hash, payload, checksum)
VALUES (@pair, @sequence, @epoch, @hash, @payload, @checksum);

-- What the last snapshot but one contains is not needed any more.
-- statement: Prune
DELETE FROM snapshot WHERE pair = @pair AND sequence < (
    SELECT min(sequence) FROM (
        SELECT sequence FROM snapshot WHERE pair = @pair ORDER BY sequence DESC LIMIT 2));
DELETE FROM journal WHERE pair = @pair AND first_sequence <= (
        SELECT min(sequence) FROM snapshot WHERE pair = @pair HAVING count(*) = 2)
    AND first_sequence + record_count - 1 <= (
        SELECT min(sequence) FROM snapshot WHERE pair = @pair);
