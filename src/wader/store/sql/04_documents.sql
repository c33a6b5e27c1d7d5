-- The documents in force, without their bodies (those stay in documents/*.parquet). A row a document.
CREATE TABLE documents AS
SELECT current.run, parts.* EXCLUDE (text, furniture, blocks), length(parts.text) AS characters
FROM document_parts AS parts
JOIN current ON current.version = parts.version
ORDER BY parts.id;
