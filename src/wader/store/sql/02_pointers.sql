-- Which version a document has from a run on. Source: runs/NNNN.parquet; a run writes only what changed with it.
CREATE TABLE pointers AS
SELECT CAST(parse_filename(filename, true) AS INTEGER) AS run, position, document, version
FROM pointer_parts
ORDER BY run, position;
