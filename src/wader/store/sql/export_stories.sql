-- Documents that print the same text are one story, named after its first document. Case, punctuation and spacing do not
-- count; a document without words is a story of its own.
WITH normal AS (
    SELECT parts.id AS document,
           trim(regexp_replace(lower(parts.text), '[^\p{L}\p{N}]+', ' ', 'g')) AS words
    FROM document_parts AS parts
    JOIN current ON current.version = parts.version
)
SELECT min(document) OVER (PARTITION BY CASE WHEN words = '' THEN document ELSE md5(words) END) AS story, document
FROM normal
ORDER BY story, document;
