-- Nothing: its number was given to a change that is not here yet, and takes its place.
SELECT 1;
