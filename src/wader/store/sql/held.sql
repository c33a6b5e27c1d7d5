-- The documents in force by id: version, content, and the file that each came from, null where that is not known.
-- Read before a run, so from the parts and not from the index.
WITH latest AS (
    SELECT document, arg_max(version, filename) AS version FROM pointer_parts GROUP BY document
),
came AS (
    SELECT document, arg_max(origin, filename) AS origin FROM origin_parts GROUP BY document
)
SELECT latest.document, latest.version, parts.content_hash, came.origin
FROM latest
JOIN document_parts AS parts USING (version)
LEFT JOIN came ON came.document = latest.document;
