-- What a pair's journal counts in, in the words of its first life since there is this column, such
-- as 'ticks of 0.01 and lots of 0.00001': with others its numbers would mean other amounts.
ALTER TABLE fence ADD COLUMN steps TEXT;
