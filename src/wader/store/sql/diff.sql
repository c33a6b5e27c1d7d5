-- Events that differ between the states after two runs, by id. The coder is left out: every event would differ by it.
WITH before_state AS (
    SELECT document, arg_max(version, run) AS version FROM pointers WHERE run <= $before GROUP BY document
),
after_state AS (
    SELECT document, arg_max(version, run) AS version FROM pointers WHERE run <= $after GROUP BY document
),
moved AS (
    SELECT b.version AS before_version, a.version AS after_version
    FROM before_state AS b
    FULL JOIN after_state AS a USING (document)
    WHERE b.version IS DISTINCT FROM a.version
),
before_events AS (
    SELECT parts.id, parts.document, parts.position, struct_pack(whole := parts) AS held
    FROM event_parts AS parts
    WHERE parts.version IN (SELECT before_version FROM moved)
),
after_events AS (
    SELECT parts.id, parts.document, parts.position, struct_pack(whole := parts) AS held
    FROM event_parts AS parts
    WHERE parts.version IN (SELECT after_version FROM moved)
)
SELECT coalesce(a.id, b.id) AS id, b.held.whole AS before, a.held.whole AS after
FROM before_events AS b
FULL JOIN after_events AS a USING (id)
ORDER BY coalesce(a.document, b.document), coalesce(a.position, b.position), id;
