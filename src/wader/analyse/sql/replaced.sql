-- One row: how many documents this run put in the place of other words under their id, and the first of them; how many
-- of these share hardly a word with what was there (under three in ten of all words of both), and the first of those.
WITH now AS (
    SELECT document, version FROM pointers WHERE run = $run
),
before AS (
    SELECT document, arg_max(pointers.version, pointers.run) AS version
    FROM pointers JOIN now USING (document)
    WHERE pointers.run < $run
    GROUP BY document
),
hashes AS (
    SELECT version, content_hash FROM document_parts
    WHERE version IN (SELECT version FROM now UNION ALL SELECT version FROM before)
),
pairs AS (
    SELECT now.document, now.version AS version, before.version AS old
    FROM now
    JOIN before USING (document)
    JOIN hashes AS a ON a.version = now.version
    JOIN hashes AS b ON b.version = before.version
    WHERE a.content_hash <> b.content_hash
),
texts AS (
    SELECT version, list_distinct(regexp_extract_all(lower(left(text, 20000)), '[\p{L}\p{N}]+')) AS words
    FROM document_parts
    WHERE version IN (SELECT version FROM pairs UNION ALL SELECT old FROM pairs)
),
compared AS (
    SELECT pairs.document, len(list_intersect(a.words, b.words)) < 0.3 * len(list_distinct(a.words || b.words)) AS other
    FROM pairs
    JOIN texts AS a ON a.version = pairs.version
    JOIN texts AS b ON b.version = pairs.old
)
SELECT count(*),
       coalesce(list_slice(list(document ORDER BY document), 1, $top), []),
       count(*) FILTER (other),
       coalesce(list_slice(list(document ORDER BY document) FILTER (other), 1, $top), [])
FROM compared;
