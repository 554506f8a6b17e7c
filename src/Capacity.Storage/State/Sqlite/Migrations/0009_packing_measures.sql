-- More of each packing report. Null in rows that were written before.
ALTER TABLE packing ADD COLUMN cpu_threshold REAL;
ALTER TABLE packing ADD COLUMN memory_threshold REAL;
ALTER TABLE packing ADD COLUMN mix_room REAL;
ALTER TABLE packing ADD COLUMN room_small INTEGER;
ALTER TABLE packing ADD COLUMN room_medium INTEGER;
ALTER TABLE packing ADD COLUMN room_large INTEGER;
ALTER TABLE packing ADD COLUMN risks INTEGER;
