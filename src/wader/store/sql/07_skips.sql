-- What each run left out, and why. Source: skips/NNNN.parquet.
CREATE TABLE skips AS
SELECT CAST(parse_filename(filename, true) AS INTEGER) AS run, * EXCLUDE (filename)
FROM skip_parts
ORDER BY run, position;
